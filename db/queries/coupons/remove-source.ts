import type { Queryable } from '../../client.ts';

/** A site is watched no more; what was seen on it stays. @returns false when there is no such source. */
export async function removeSource(db: Queryable, sourceId: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update coupon_source
       set removed_at = $2
     where source_id = $1 and removed_at is null
    `,
    [sourceId, now],
  );
  return rowCount === 1;
}
