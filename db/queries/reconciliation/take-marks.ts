import type { Queryable } from '../../client.ts';

/**
 * Takes away every mark that is due at the as-of and keeps it in the temporary table `staged_mark`.
 *
 * @returns how many different ones, and whether one of them means everything.
 */
export async function takeMarks(
  transaction: Queryable,
  asOf: Date,
): Promise<{ readonly marks: number; readonly isEverything: boolean }> {
  await transaction.query('create temp table staged_mark (kind text, key text) on commit drop');
  const { rowCount } = await transaction.query(
    `
    with taken as (
      delete from reconciliation_dirty where due_at is null or due_at <= $1
      returning kind, key
    )
    insert into staged_mark select distinct kind, key from taken
    `,
    [asOf],
  );
  await transaction.query('analyze staged_mark');
  const everything = await transaction.query(`select from staged_mark where kind = 'everything' limit 1`);
  return { marks: rowCount ?? 0, isEverything: everything.rows.length > 0 };
}
