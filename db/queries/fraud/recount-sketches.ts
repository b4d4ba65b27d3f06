import type pg from 'pg';
import type { Queryable } from '../../client.ts';
import { inTransaction } from '../../transaction.ts';
import { readCoverage, storeCoverage } from './coverage.ts';
import { takeRefreshLock } from './take-refresh-lock.ts';
import { rewriteAll } from './write-sketches.ts';

/** Years of rows may be counted; ordinary statements must not take so long. */
const STATEMENT_TIME_MAX = '2h';
const SORT_MEMORY = '96MB';

/**
 * Computes every sketch from the rows, in one transaction. The result of any number of refreshes is the same.
 *
 * Needed when nearly everything changed, and to prove just that.
 */
export async function recountSketches(pool: pg.Pool): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    await takeRefreshLock(transaction);
    await recount(transaction);
  });
}

/** The same inside a transaction that holds the refresh lock. */
export async function recount(transaction: Queryable): Promise<void> {
  await transaction.query(`set local statement_timeout = '${STATEMENT_TIME_MAX}'`);
  await transaction.query(`set local work_mem = '${SORT_MEMORY}'`);
  // Nearly every row meets its partner: hashing is right, and misjudged group sizes must not lead to sorting.
  await transaction.query('set local enable_mergejoin = off');
  // First the marks: what is committed from here on leaves new ones.
  await transaction.query('delete from fraud_dirty');
  await transaction.query('delete from fraud_touched');
  // After a first import nobody has counted yet, and a plan for a thousand rows takes minutes for a million.
  await transaction.query('analyze click, conversion, site_event, order_line, code, partner');
  const coverage = await readCoverage(transaction);
  await storeCoverage(transaction, coverage);
  await rewriteAll(transaction, coverage);
}
