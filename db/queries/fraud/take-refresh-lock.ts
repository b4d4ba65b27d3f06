import type { Queryable } from '../../client.ts';

/** Any numbers, the same in every release. */
const LOCKS = { refresh: 7_243_101_985, clicks: 7_243_101_986 } as const;

/**
 * Waits until nobody else refreshes (or writes click sketches), until the end of the transaction.
 *
 * Two at once could compute one partner-day from an older and a newer state of its rows, and the older might be
 * written last. Whoever takes both takes `refresh` first.
 */
export async function takeRefreshLock(
  transaction: Queryable,
  lock: keyof typeof LOCKS = 'refresh',
): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [LOCKS[lock]]);
}
