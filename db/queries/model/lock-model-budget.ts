import type { Queryable } from '../../client.ts';

/** Lets one transaction at a time, of all processes on this database, take from the budget. */
export async function lockModelBudget(db: Queryable): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('marginkeeper model budget'))`);
}
