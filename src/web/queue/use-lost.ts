import { useQuery } from '@tanstack/react-query';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import type { QueueCard } from '../api/queue-card.ts';
import { proposalQuery } from '../api/use-proposal.ts';

const DID: Readonly<Record<string, string>> = {
  approve: 'approved',
  edit: 'approved with changes',
  reject: 'rejected',
  respond: 'sent back',
  snooze: 'snoozed',
};

/**
 * What became of a card that left the queue by itself, as a sentence; null when it waits after all.
 *
 * @param stray - null: there is none.
 */
export function useLost(stray: QueueCard | null): string | null {
  const { data } = useQuery({
    ...proposalQuery(stray?.id ?? ''),
    enabled: stray !== null,
    staleTime: 0,
  });
  if (stray === null || data?.status === 'pending') return null;
  return data === undefined ? 'This no longer waits.' : sentenceOf(data);
}

function sentenceOf({ decisions, status }: ProposalView): string {
  if (status === 'expired')
    return 'This expired: nobody decided in time. It is proposed anew while the reason lasts.';
  const last = decisions.findLast(({ decision }) => decision in DID);
  if (status === 'superseded' && last?.decision !== 'respond') {
    const why = decisions.findLast(({ decision }) => decision === 'supersede')?.comment;
    return why ?? 'A newer proposal has taken its place.';
  }
  return last ? `${last.by} ${DID[last.decision]} this a moment ago.` : 'This no longer waits.';
}
