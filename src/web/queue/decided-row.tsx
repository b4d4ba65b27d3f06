import { Link } from 'wouter';
import { useProposal } from '../api/use-proposal.ts';
import { useStatus } from '../api/use-status.ts';
import { kindWords } from '../format/kind.ts';
import { moneyShort } from '../format/money.ts';
import { clockTime } from '../format/time.ts';
import { PartnerLabel } from '../ui/partner-label.tsx';
import { Tag } from '../ui/tag.tsx';
import { useTimeZone } from '../ui/time-zone.ts';
import { hasEffect, type MadeDecision, waitsForSecond } from './made-decision.ts';

/** A row is asked for this often beside the live updates; many rows together stay within the limit of requests. */
const FOLLOW_MS = 2_000;
const FOLLOW_MS_A_ROW = 200;

const DONE: Readonly<Record<MadeDecision['verb'], string>> = {
  approve: 'approved',
  edit: 'approved with changes',
  reject: 'rejected',
  respond: 'sent back',
  snooze: 'snoozed until morning',
};

/** One decision and how far its effect got. */
export function DecidedRow({ decision, rows }: { decision: MadeDecision; rows: number }) {
  const { card, outcome, undoFailure } = decision;
  const isOnItsWay = outcome !== null && hasEffect(decision);
  return (
    <li className="arriving flex items-center justify-between gap-3 px-3 py-0.5 text-xs">
      <span className="min-w-0 truncate text-quiet">
        <Link href={`/proposals/${card.id}`} className="text-ink hover:underline">
          {card.partner === null ? card.title : <PartnerLabel name={card.partner.name} />}
        </Link>{' '}
        {kindWords(card.kind).verb} {card.money === null ? '' : moneyShort(card.money)}
      </span>
      <span className="flex shrink-0 items-center gap-2 text-quiet">
        {undoFailure !== null && <span className="max-w-60 truncate text-lost">{undoFailure}</span>}
        {isOnItsWay ? (
          <Progress id={card.id} followMs={Math.max(FOLLOW_MS, rows * FOLLOW_MS_A_ROW)} />
        ) : (
          <span>{didWhat(decision)}</span>
        )}
      </span>
    </li>
  );
}

function didWhat(decision: MadeDecision): string {
  if (decision.outcome === null) return '…';
  return waitsForSecond(decision) ? 'waits for a second person' : DONE[decision.verb];
}

function Progress({ id, followMs }: { id: string; followMs: number }) {
  const { data: proposal } = useProposal(id, { followMs });
  const { data: status } = useStatus();
  const zone = useTimeZone();
  const receivedAt = proposal?.delivery.receivedAt ?? null;
  if (receivedAt !== null) {
    return (
      <span data-receipt-for={id} role="status">
        <Tag tone="won" title="The receipt of the sandbox network, which is simulated">
          ✓ received {clockTime(receivedAt, zone)} · simulated
        </Tag>
      </span>
    );
  }
  if (proposal?.status === 'unknown') return <Tag tone="waiting">answer lost: look before repeating</Tag>;
  if (proposal?.status === 'needs_person') {
    return (
      <Tag tone="lost" title={proposal.delivery.reason ?? ''}>
        needs a person
      </Tag>
    );
  }
  return <span>{status?.paused ? 'held back: paused' : 'on its way'}</span>;
}
