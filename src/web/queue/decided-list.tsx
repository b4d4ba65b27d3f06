import { useProposal } from '../api/use-proposal.ts';
import { useStatus } from '../api/use-status.ts';
import { clockTime } from '../format/time.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import type { MadeDecision } from './use-decisions.ts';

const DONE: Readonly<Record<MadeDecision['verb'], string>> = {
  approve: 'Approved',
  edit: 'Approved with changes',
  reject: 'Rejected',
  respond: 'Sent back',
  snooze: 'Snoozed',
};

/** What was decided on this page just now, and how far it got. */
export function DecidedList({
  made,
  onUndo,
}: {
  made: readonly MadeDecision[];
  onUndo: (decision: MadeDecision) => void;
}) {
  if (made.length === 0) return null;
  return (
    <section aria-label="Decided just now" className="border-b border-line bg-panel">
      <h2 className="px-3 pt-2 text-xs font-semibold text-quiet">Decided just now</h2>
      <ul>
        {made.map((decision) => (
          <DecidedRow key={decision.id} decision={decision} onUndo={() => onUndo(decision)} />
        ))}
      </ul>
    </section>
  );
}

function DecidedRow({ decision, onUndo }: { decision: MadeDecision; onUndo: () => void }) {
  const follows =
    decision.failure === null &&
    (decision.verb === 'approve' || decision.verb === 'edit') &&
    !decision.waitsForSecond;
  const { data: proposal } = useProposal(decision.id, { follow: follows });
  const { data: status } = useStatus();
  const receivedAt = proposal?.delivery.receivedAt ?? null;
  const canUndo =
    decision.undoUntil !== null && Date.parse(decision.undoUntil) > Date.now() && receivedAt === null;

  return (
    <li className="arriving flex items-center gap-3 px-3 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          {decision.title}
        </span>
        <span
          role="status"
          className={`block text-xs ${decision.failure === null ? 'text-quiet' : 'text-lost'}`}
        >
          {decision.failure ??
            (decision.waitsForSecond
              ? 'Approved by you; it waits for a second person.'
              : `${DONE[decision.verb]}.`)}
        </span>
      </span>
      {receivedAt !== null && (
        <span data-receipt-for={decision.id}>
          <Tag tone="won" title="Receipt of the simulated sandbox network">
            ✓ received {clockTime(receivedAt, status?.programme?.timeZone ?? 'UTC')} · simulated
          </Tag>
        </span>
      )}
      {receivedAt === null && proposal?.status === 'unknown' && (
        <Tag tone="waiting">answer lost: look before repeating</Tag>
      )}
      {receivedAt === null && proposal?.status === 'needs_person' && (
        <Tag tone="waiting" title={proposal.delivery.reason ?? ''}>
          needs a person
        </Tag>
      )}
      {follows && receivedAt === null && !['unknown', 'needs_person'].includes(proposal?.status ?? '') && (
        <span className="text-xs text-quiet">{status?.paused ? 'held back: paused' : 'on its way'}</span>
      )}
      {canUndo && (
        <Button look="bare" onClick={onUndo}>
          Undo
        </Button>
      )}
    </li>
  );
}
