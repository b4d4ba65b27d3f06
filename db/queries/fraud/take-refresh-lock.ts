import type { Queryable } from '../../client.ts';

/** Any number, the same in every release. */
const REFRESH_LOCK = 7_243_101_985;

/**
 * Waits until nobody else refreshes, until the end of the transaction.
 *
 * Two at once could compute one partner-day from an older and a newer state of its rows, and the older might be
 * written last.
 */
export async function takeRefreshLock(transaction: Queryable): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [REFRESH_LOCK]);
}
