import type { QueueCard } from '../api/queue-card.ts';
import { useProposal } from '../api/use-proposal.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DecisionList } from './decision-list.tsx';
import { type DetailActions, DetailBar } from './detail-actions.tsx';
import { DetailHeader } from './detail-header.tsx';
import { EffectDetail } from './effect-detail.tsx';
import { PrecedentList } from './precedent-list.tsx';

interface Props {
  readonly card: QueueCard;
  /** What became of it when it waits no longer; null while it does. */
  readonly lost: string | null;
  readonly mayDecide: boolean;
  readonly asking: 'reject' | 'respond' | null;
  readonly isEditing: boolean;
  readonly actions: DetailActions;
}

/** The whole card: what will happen, why, who made it, and the buttons within reach. */
export function ProposalDetail({ card, lost, mayDecide, asking, isEditing, actions }: Props) {
  const { data: proposal, error, refetch } = useProposal(card.id);
  return (
    <article aria-label={card.title} className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="flex max-w-4xl flex-col gap-6 px-6 py-5 max-md:px-4 max-md:py-3">
          <Button look="bare" className="-mb-4 -ml-3 self-start md:hidden" onClick={actions.onBack}>
            ‹ Queue
          </Button>
          <DetailHeader card={card} />
          <EffectDetail effect={card.effect} isEditing={isEditing} actions={actions} />
          <div data-evidence={card.id} tabIndex={-1} className="scroll-mt-4 outline-none">
            {error ? (
              <Trouble what="The evidence could not be read." error={error} retry={() => void refetch()} />
            ) : proposal ? (
              <EvidenceList
                evidence={proposal.evidence}
                proposalId={card.id}
                hasLines={'lines' in card.effect}
              />
            ) : (
              <Skeleton lines={12} className="" />
            )}
          </div>
          <PrecedentList proposalId={card.id} />
          <DecisionList decisions={card.decisions} />
          <MadeByLine card={card} />
        </div>
      </div>
      {lost !== null ? (
        <p role="status" className="border-t border-waiting px-6 py-3 text-waiting max-md:px-4">
          {lost} <span className="text-quiet">Go on with j, or choose another card.</span>
        </p>
      ) : (
        mayDecide && (
          <div className="border-t border-line px-6 py-3 max-md:px-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <DetailBar card={card} asking={asking} isEditing={isEditing} actions={actions} />
          </div>
        )
      )}
    </article>
  );
}

function MadeByLine({ card: { proposedBy, madeBy, shownHash } }: { card: QueueCard }) {
  return (
    <footer className="border-t border-line pt-2 text-xs text-quiet">
      Proposed by {proposedBy}, worded by the {madeBy.engine} engine ({madeBy.prompt ?? 'no prompt'}), rules{' '}
      {madeBy.rules}. A decision binds to{' '}
      <span className="font-mono" title={shownHash}>
        {shownHash.slice(0, 8)}
      </span>
      .
    </footer>
  );
}
