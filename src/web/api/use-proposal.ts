import { queryOptions, useQuery } from '@tanstack/react-query';
import { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { request } from './request.ts';

/** Statuses after which nothing more happens by itself. */
const SETTLED = ['delivered', 'rejected', 'expired', 'superseded', 'unknown', 'needs_person', 'snoozed'];

export function proposalQuery(id: string) {
  return queryOptions({
    queryKey: ['proposal', id],
    queryFn: ({ signal }) => request(`/api/proposals/${id}`, ProposalView, { signal }),
    // Live updates say when it changed.
    staleTime: 60_000,
  });
}

/**
 * One proposal with its evidence.
 *
 * @param followMs - while its effect is on its way, it is asked for this often even when no live update arrives.
 */
export function useProposal(id: string, { followMs = null }: { followMs?: number | null } = {}) {
  return useQuery({
    ...proposalQuery(id),
    refetchInterval: ({ state }) =>
      followMs !== null && !SETTLED.includes(state.data?.status ?? '') ? followMs : false,
  });
}
