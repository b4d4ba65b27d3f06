import { useEffect } from 'react';
import type { useQueue } from '../api/use-queue.ts';

/** So many cards are read without being asked for, since the list sorts by money; more come as it is scrolled. */
const AHEAD_MAX = 1_000;

/**
 * Reads the queue on, page by page, until it is whole or long enough to sort well.
 *
 * @returns whether it still does.
 */
export function useLoadAhead({
  data,
  hasNextPage,
  isFetching,
  isError,
  fetchNextPage,
}: ReturnType<typeof useQueue>): boolean {
  const loaded = data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const isFilling = !isError && (data === undefined || (hasNextPage && loaded < AHEAD_MAX));
  useEffect(() => {
    if (isFilling && hasNextPage && !isFetching) void fetchNextPage();
  }, [isFilling, hasNextPage, isFetching, fetchNextPage]);
  return isFilling;
}
