import type { Queryable } from '../../client.ts';

/** Asks the database for the smallest thing there is. @throws whatever keeps it from answering. */
export async function answers(db: Queryable): Promise<void> {
  await db.query('select 1');
}
