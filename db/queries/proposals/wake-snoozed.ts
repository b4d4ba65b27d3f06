import type { Queryable } from '../../client.ts';

/** Puts snoozed proposals whose moment has come back into the queue; gives how many. */
export async function wakeSnoozed(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    `
    update proposal
       set status = 'pending', snoozed_until = null
     where status = 'snoozed' and snoozed_until <= $1 and expires_at > $1
    `,
    [now],
  );
  return rowCount ?? 0;
}
