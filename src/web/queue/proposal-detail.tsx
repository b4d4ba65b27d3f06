import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { useStatus } from '../api/use-status.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { approveLabel } from '../format/approve-label.ts';
import { moneyExact } from '../format/money.ts';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { LetterPreview } from './letter.tsx';
import { RejectBox } from './reject-box.tsx';

export interface DetailActions {
  onApprove(edits?: Record<string, string>): void;
  onAskReject(asking: boolean): void;
  onReject(comment: string): void;
  onSnooze(): void;
  onEdit(editing: boolean): void;
  onBack(): void;
}

interface Props {
  readonly proposal: ProposalView;
  readonly mayDecide: boolean;
  readonly isRejecting: boolean;
  readonly isEditing: boolean;
  readonly actions: DetailActions;
}

/** The whole card: what will happen, why, who made it, and the buttons within reach. */
export function ProposalDetail({ proposal, mayDecide, isRejecting, isEditing, actions }: Props) {
  const { data: status } = useStatus();
  const { partner, effect } = proposal;
  const isOpen = proposal.status === 'pending' || proposal.status === 'snoozed';
  return (
    <article aria-label={proposal.title} className="flex min-h-full flex-col">
      <div className="flex flex-1 flex-col gap-6 p-6 max-md:p-4">
        <header>
          <Button look="bare" className="mb-2 -ml-3 md:hidden" onClick={actions.onBack}>
            ‹ Queue
          </Button>
          <h2 className="text-lg font-semibold" dir="auto">
            {proposal.title}
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-quiet">
            {partner !== null && (
              <span>
                {partner.type} · {partner.network} · <span className="font-mono">{partner.id}</span>
              </span>
            )}
            {status?.programme?.isDemo && (
              <Tag title="The partner layer of the demo is generated">simulated</Tag>
            )}
            {proposal.approvalsNeeded === 2 && (
              <Tag tone="waiting">needs two people, has {proposal.approvals}</Tag>
            )}
            {proposal.money !== null && (
              <span className="font-semibold text-ink">{moneyExact(proposal.money)} at stake</span>
            )}
          </p>
          <p className="mt-3 max-w-[75ch]">{proposal.summary}</p>
        </header>
        {effect.kind === 'partner.warn' && (
          <LetterPreview
            key={proposal.id}
            letter={effect}
            isEditing={isEditing}
            onEdit={actions.onEdit}
            onApprove={(edits) => actions.onApprove({ ...edits })}
          />
        )}
        <EvidenceList evidence={proposal.evidence} proposalId={proposal.id} />
        {proposal.decisions.length > 0 && (
          <Section title="Decisions">
            <ul>
              {proposal.decisions.map((decision) => (
                <li key={`${decision.at}:${decision.by}`} className="border-b border-line py-1">
                  {decision.by}: {decision.decision} <Moment iso={decision.at} />
                  {decision.comment !== null && <span className="text-quiet"> “{decision.comment}”</span>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <footer className="text-xs text-quiet">
          Proposed by {proposal.proposedBy} · {proposal.madeBy.engine} engine ·{' '}
          {proposal.madeBy.prompt ?? 'no prompt'} · rules {proposal.madeBy.rules} · binds to{' '}
          <span className="font-mono">{proposal.shownHash.slice(0, 8)}…</span> · expires{' '}
          <Moment iso={proposal.expiresAt} />
        </footer>
      </div>
      {mayDecide && isOpen && (
        <div className="sticky bottom-0 border-t border-line bg-paper p-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {isRejecting ? (
            <RejectBox onReject={actions.onReject} onCancel={() => actions.onAskReject(false)} />
          ) : (
            <div className="flex flex-wrap gap-2">
              <Button look="primary" shortcut="a" disabled={isEditing} onClick={() => actions.onApprove()}>
                {approveLabel(proposal)}
              </Button>
              {effect.kind === 'partner.warn' && (
                <Button shortcut="e" disabled={isEditing} onClick={() => actions.onEdit(true)}>
                  Edit
                </Button>
              )}
              <Button shortcut="r" onClick={() => actions.onAskReject(true)}>
                Reject
              </Button>
              <Button shortcut="s" onClick={actions.onSnooze}>
                Snooze
              </Button>
            </div>
          )}
        </div>
      )}
    </article>
  );
}
