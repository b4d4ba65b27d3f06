import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { request } from './request.ts';

interface PageAnswer {
  readonly nextCursor: string | null;
}

/**
 * A list that grows page by page.
 *
 * @param path - with its own query, if any; the cursor is added.
 */
export function usePages<Answer extends z.ZodType<PageAnswer | null>>(
  key: readonly unknown[],
  path: string,
  answer: Answer,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      request(
        pageParam === null
          ? path
          : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(pageParam)}`,
        answer,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page?.nextCursor ?? null,
  });
}
