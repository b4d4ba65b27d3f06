import { useQuery } from '@tanstack/react-query';
import { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { request } from './request.ts';

/** Statuses after which nothing more happens by itself. */
const SETTLED = ['delivered', 'rejected', 'expired', 'superseded', 'unknown', 'needs_person', 'snoozed'];

/** One proposal; asked for every second while its effect is on its way. */
export function useProposal(id: string, { follow }: { follow: boolean }) {
  return useQuery({
    queryKey: ['proposal', id],
    queryFn: () => request(`/api/proposals/${id}`, ProposalView),
    refetchInterval: ({ state }) => (follow && !SETTLED.includes(state.data?.status ?? '') ? 1_000 : false),
  });
}
