import type pg from 'pg';
import { inTransaction } from './transaction.ts';

/** Tables that keep each month apart, by the column that decides. */
const PARTITIONED = ['click', 'conversion'] as const;
export type PartitionedTable = (typeof PARTITIONED)[number];

/** A feed with a wrong century must not make thousands of tables. */
const MONTHS_MAX = 600;

/**
 * Makes the monthly partitions that rows from `from` to `to`, both included, need. Months are UTC.
 *
 * Call it before the transaction that loads the rows: a new partition is attached in a short transaction of its
 * own, which neither stops readers nor writers. Several importers may ask for the same month at once.
 *
 * @returns the names of the partitions that this call made.
 */
export async function ensurePartitions(
  pool: pg.Pool,
  table: PartitionedTable,
  from: Date,
  to: Date,
): Promise<string[]> {
  const made: string[] = [];
  for (const month of monthsBetween(from, to)) {
    const name = `${table}_${month.from.slice(0, 7).replace('-', '_')}`;
    const { rows } = await pool.query('select to_regclass($1) is not null as there', [name]);
    if (rows[0]?.there === true) continue;
    const isNew = await inTransaction(pool, async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
      // Reading pg_class hears of what others committed; to_regclass alone may answer from before the wait.
      const again = await transaction.query(
        'select from pg_class where relname = $1 and relnamespace = current_schema()::regnamespace',
        [name],
      );
      if (again.rows.length > 0) return false;
      // Made beside the table and then attached: attaching locks out nobody who reads or writes.
      await transaction.query(
        `create table ${name} (like ${table} including defaults including constraints)`,
      );
      await transaction.query(
        `alter table ${table} attach partition ${name} for values from ('${month.from}T00:00:00Z') to ('${month.to}T00:00:00Z')`,
      );
      return true;
    });
    if (isNew) made.push(name);
  }
  return made;
}

/** First days of months, as `2011-11-01`, with the first day of the month after. */
function monthsBetween(from: Date, to: Date): { from: string; to: string }[] {
  const first = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const last = to.getUTCFullYear() * 12 + to.getUTCMonth();
  const count = last - first + 1;
  if (!(count >= 1 && count <= MONTHS_MAX)) {
    throw new RangeError(
      `${count} months between ${String(from)} and ${String(to)}: 1 to ${MONTHS_MAX} are right`,
    );
  }
  return Array.from({ length: count }, (_, index) => ({
    from: firstDay(first + index),
    to: firstDay(first + index + 1),
  }));
}

const firstDay = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
