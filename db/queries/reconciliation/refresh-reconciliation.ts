import type pg from 'pg';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import type { Queryable } from '../../client.ts';
import { inTransaction } from '../../transaction.ts';
import { bookDifferences } from './book-differences.ts';
import { keepResult } from './keep-result.ts';
import { markLater } from './mark-later.ts';
import { policyHash, reconciliationState, setReconciliationState } from './reconciliation-state.ts';
import { stageOrders } from './stage-orders.ts';
import { stageResult } from './stage-result.ts';
import { takeMarks } from './take-marks.ts';

/** From this part of the kept lines on, reading every table once is quicker than looking orders up. */
const RECOUNT_SHARE = 0.25;
/** So few are looked up whatever the size of the programme. */
const MARKS_FEW = 2_000;
/** Any number, the same in every release. */
const LOCK = 7_243_101_987;

export interface RefreshOptions {
  readonly asOf: Date;
  readonly policy: ReconciliationPolicy;
  /** Reckons everything again, whatever is marked; books differences, normally none. */
  readonly isRecount?: boolean;
}

export interface Refreshed {
  /** Orders reckoned; `null` when it was all of them. */
  readonly orders: number | null;
  /** False when the kept result is of a later moment: it does not go back, and nothing was done. */
  readonly isKept: boolean;
}

/**
 * Brings the kept reconciliation and the ledger to the as-of: takes what was marked since the last time, reckons those
 * orders and the ones that lock meanwhile, and books what differs; the first time, and when the policy changed, all.
 *
 * One transaction: a call that is killed leaves its work to the next. Calls wait for one another, importers never do.
 */
export async function refreshReconciliation(
  pool: pg.Pool,
  { asOf, policy, isRecount = false }: RefreshOptions,
): Promise<Refreshed> {
  return inTransaction(pool, async (transaction) => {
    await transaction.query(`set local statement_timeout = '15min'`);
    await transaction.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const before = await reconciliationState(transaction);
    if (before !== null && before.as_of > asOf) return { orders: null, isKept: false };

    const hash = await policyHash(transaction, policy);
    const { marks, isEverything } = await takeMarks(transaction, asOf);
    const isScoped =
      !isRecount &&
      before?.policy_hash === hash &&
      !isEverything &&
      (marks <= MARKS_FEW || marks <= RECOUNT_SHARE * (await keptLines(transaction)));
    if (!isScoped) await transaction.query('delete from reconciliation_dirty where due_at is not null');

    const orders = isScoped ? await stageOrders(transaction, { asOf, policy }, before.as_of) : null;
    const pass = (before?.pass ?? 0n) + 1n;
    if (orders !== 0) {
      const staging = { asOf, policy, isScoped };
      await stageResult(transaction, staging);
      await bookDifferences(transaction, staging, pass);
      await keepResult(transaction, staging);
    }
    await markLater(transaction, { asOf, policy, isScoped });
    await setReconciliationState(transaction, { as_of: asOf, policy_hash: hash, pass });
    if (!isScoped)
      await transaction.query(
        'analyze reconciliation_line, reconciliation_note, reconciliation_sale, ledger_entry',
      );
    return { orders, isKept: true };
  });
}

/** About as many as there are. */
async function keptLines(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ lines: number }>(
    `select reltuples::float8 as lines from pg_class where oid = 'reconciliation_line'::regclass`,
  );
  return rows[0]?.lines ?? 0;
}
