import type { Queryable } from '../../client.ts';

/** First half of all our advisory locks' keys; the second says which. */
export const LOCK_CLASS = 724_310;

/** What is done by one transaction at a time, in the order in which a transaction may take them. */
const LOCKS = { propose: 1, caps: 2, audit: 3, webhooks: 4 } as const;

/** Waits until nobody else of this database holds the lock; the end of the transaction gives it back. */
export async function takeLock(db: Queryable, lock: keyof typeof LOCKS): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1, $2)', [LOCK_CLASS, LOCKS[lock]]);
}
