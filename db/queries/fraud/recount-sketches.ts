import type pg from 'pg';
import type { Queryable } from '../../client.ts';
import { inTransaction } from '../../transaction.ts';
import { type Coverage, readCoverage, storeCoverage } from './coverage.ts';
import { takeRefreshLock } from './take-refresh-lock.ts';
import { rewriteAllClicks, rewriteAllConversions } from './write-sketches.ts';

/** Years of rows may be counted; ordinary statements must not take so long. */
const STATEMENT_TIME_MAX = '2h';
const SORT_MEMORY = '96MB';
/** What the plans join and group by; looking at the long texts too would take as long as a part of the count. */
const JOINED_COLUMNS = [
  'click (partner_id, click_id, visitor_id, clicked_at)',
  'conversion (partner_id, click_id, order_id, converted_at)',
  'site_event (visitor_id, occurred_at)',
  'order_line (order_id, visitor_id)',
  'code',
  'partner (partner_id)',
];

/**
 * Computes every sketch from the rows. The result of any number of refreshes is the same.
 *
 * Needed when nearly everything changed, and to prove just that. Works on two connections of the pool at once.
 */
export async function recountSketches(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await takeRefreshLock(transaction);
    await recount(pool, transaction);
  });
}

/**
 * The same inside a transaction that holds the refresh lock.
 *
 * The clicks are counted beside it and committed first: they are then at least as new as the marks that this
 * transaction takes away, and should it fail, the marks are still there.
 */
export async function recount(pool: pg.Pool, transaction: Queryable): Promise<void> {
  await giveRoom(transaction);
  // First the marks: what is committed from here on leaves new ones.
  await transaction.query('delete from fraud_dirty');
  await transaction.query('delete from fraud_touched');
  // After a first import nobody has looked at the tables, and a plan for a thousand rows takes minutes for a million.
  // On a connection of its own, so that both halves hear of it.
  await pool.query(`analyze ${JOINED_COLUMNS.join(', ')}`);
  const coverage = await readCoverage(transaction);
  await storeCoverage(transaction, coverage);
  const halves = await Promise.allSettled([
    rewriteAllConversions(transaction, coverage),
    recountClicks(pool, coverage),
  ]);
  for (const half of halves) if (half.status === 'rejected') throw half.reason;
}

async function recountClicks(pool: pg.Pool, coverage: Coverage): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await takeRefreshLock(transaction, 'clicks');
    await giveRoom(transaction);
    await rewriteAllClicks(transaction, coverage);
  });
}

async function giveRoom(transaction: Queryable): Promise<void> {
  await transaction.query(`set local statement_timeout = '${STATEMENT_TIME_MAX}'`);
  // The half that is done first waits for the other.
  await transaction.query(`set local idle_in_transaction_session_timeout = '${STATEMENT_TIME_MAX}'`);
  await transaction.query(`set local work_mem = '${SORT_MEMORY}'`);
  // Nearly every row meets its partner: hashing is right, and misjudged group sizes must not lead to sorting.
  await transaction.query('set local enable_mergejoin = off');
}
