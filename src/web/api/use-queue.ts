import { useInfiniteQuery } from '@tanstack/react-query';
import { pageOf } from '../../domain/http/page-of.ts';
import { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { request } from './request.ts';

const ProposalPage = pageOf(ProposalView);

/** The proposals that wait, page by page; more is asked for as the list is scrolled. */
export function useQueue(kind: string | null) {
  return useInfiniteQuery({
    queryKey: ['queue', kind],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ status: 'pending', limit: '50' });
      if (kind !== null) query.set('kind', kind);
      if (pageParam !== null) query.set('cursor', pageParam);
      return request(`/api/proposals?${query}`, ProposalPage);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
