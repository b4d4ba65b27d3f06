import { useProposal } from '../api/use-proposal.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { DecisionList } from '../queue/decision-list.tsx';
import { DetailHeader } from '../queue/detail-header.tsx';
import { EffectDetail } from '../queue/effect-detail.tsx';
import { PrecedentList } from '../queue/precedent-list.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

const FOLLOW_MS = 2_000;

/** One proposal by its address, whatever became of it; waiting ones are decided in the queue. */
export function ProposalPage({ id }: { id: string }) {
  const { data: proposal, error, refetch } = useProposal(id, { followMs: FOLLOW_MS });
  return (
    <Page title="Proposal">
      {error && (
        <Trouble what="This proposal could not be read." error={error} retry={() => void refetch()} />
      )}
      {!error && !proposal && <Skeleton lines={8} className="" />}
      {proposal && (
        <div className="flex max-w-4xl flex-col gap-6">
          <p className="flex flex-wrap items-center gap-3">
            <Tag tone={proposal.status === 'delivered' ? 'won' : 'waiting'}>
              {proposal.status.replaceAll('_', ' ')}
            </Tag>
            {proposal.delivery.receivedAt !== null && (
              <span data-receipt-for={proposal.id} className="text-xs text-quiet">
                received <Moment iso={proposal.delivery.receivedAt} /> by the simulated sandbox network
              </span>
            )}
            {proposal.delivery.reason !== null && (
              <span className="text-waiting">{proposal.delivery.reason}</span>
            )}
          </p>
          <DetailHeader card={proposal} />
          <EffectDetail effect={proposal.effect} isEditing={false} actions={null} />
          <DecisionList decisions={proposal.decisions} />
          <div data-evidence={proposal.id}>
            <EvidenceList
              evidence={proposal.evidence}
              proposalId={proposal.id}
              hasLines={'lines' in proposal.effect}
            />
          </div>
          <PrecedentList proposalId={proposal.id} />
        </div>
      )}
    </Page>
  );
}
