import { useProposal } from '../api/use-proposal.ts';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import { moneyExact } from '../format/money.ts';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Tag } from '../ui/tag.tsx';
import { Trouble } from '../ui/trouble.tsx';

/** One proposal by its address, whatever became of it; waiting ones are decided in the queue. */
export function ProposalPage({ id }: { id: string }) {
  const { data: proposal, error, refetch } = useProposal(id, { follow: true });
  if (error)
    return <Trouble what="This proposal could not be read." error={error} retry={() => void refetch()} />;
  if (!proposal) return <Skeleton lines={8} />;
  return (
    <Page title={proposal.title} says={proposal.summary}>
      <div className="flex max-w-4xl flex-col gap-6">
        <p className="flex flex-wrap items-center gap-3">
          <Tag tone={proposal.status === 'delivered' ? 'won' : 'waiting'}>{proposal.status}</Tag>
          {proposal.money !== null && <span className="font-semibold">{moneyExact(proposal.money)}</span>}
          {proposal.delivery.receivedAt !== null && (
            <span data-receipt-for={proposal.id} className="text-xs text-quiet">
              received <Moment iso={proposal.delivery.receivedAt} /> by the simulated sandbox network
            </span>
          )}
          {proposal.delivery.reason !== null && (
            <span className="text-waiting">{proposal.delivery.reason}</span>
          )}
        </p>
        {proposal.decisions.length > 0 && (
          <Section title="Decisions">
            <ul>
              {proposal.decisions.map((decision) => (
                <li key={`${decision.at}:${decision.by}`}>
                  {decision.by}: {decision.decision} <Moment iso={decision.at} />
                  {decision.comment !== null && <span className="text-quiet"> “{decision.comment}”</span>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <EvidenceList evidence={proposal.evidence} proposalId={proposal.id} />
      </div>
    </Page>
  );
}
