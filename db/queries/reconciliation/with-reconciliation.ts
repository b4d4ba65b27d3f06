import type pg from 'pg';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { inTransaction } from '../../transaction.ts';
import { showTallies } from './keep-tallies.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { stageResult } from './stage-result.ts';

export interface ReconciliationOptions {
  readonly asOf: Date;
  /** The clock: what lies after it is looked at and never kept. */
  readonly now: Date;
  readonly policy: ReconciliationPolicy;
}

/**
 * Reckons as of a moment and lets `read` ask about it, in one transaction that changes nothing more.
 *
 * Going forward up to now, what is found is kept and booked. A moment before the kept one, or after now, is a look: the
 * same tables, temporary and of this transaction, stand before the kept ones, so that the same queries read them.
 */
export async function withReconciliation<Result>(
  pool: pg.Pool,
  { asOf, now, policy }: ReconciliationOptions,
  read: (transaction: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const isKept = asOf <= now && (await refreshReconciliation(pool, { asOf, policy })).isKept;
  return inTransaction(pool, async (transaction) => {
    // Whoever reads the answer may be slow.
    await transaction.query(`set local statement_timeout = 0`);
    await transaction.query(`set local timezone = 'UTC'`);
    if (!isKept) {
      await stageResult(transaction, { asOf, policy, isScoped: false });
      await transaction.query('alter table staged_line rename to reconciliation_line');
      await transaction.query('alter table staged_kept_note rename to reconciliation_note');
      await showTallies(transaction, { policy });
    }
    return read(transaction);
  });
}
