import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { PAGE_LENGTH_MAX, pageOf } from '../../domain/http/page-of.ts';
import { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { toCard } from './queue-card.ts';
import { request } from './request.ts';

const ProposalPage = pageOf(ProposalView);
/** The first cards are there quickly; the rest comes in fewer requests. */
const FIRST_PAGE_LENGTH = 50;

export const QUEUE_KEY = ['queue'] as const;

/** The proposals that wait, page by page. The evidence of the first page is kept for whoever opens a card. */
export function useQueue() {
  const client = useQueryClient();
  return useInfiniteQuery({
    queryKey: QUEUE_KEY,
    queryFn: async ({ pageParam, signal }) => {
      const isFirst = pageParam === null;
      const query = new URLSearchParams({
        status: 'pending',
        limit: String(isFirst ? FIRST_PAGE_LENGTH : PAGE_LENGTH_MAX),
      });
      if (!isFirst) query.set('cursor', pageParam);
      const { items, nextCursor } = await request(`/api/proposals?${query}`, ProposalPage, { signal });
      if (isFirst) for (const item of items) client.setQueryData(['proposal', item.id], item);
      return { items: items.map(toCard), nextCursor };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
