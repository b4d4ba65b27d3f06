import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { reconcile } from '../../db/queries/reconciliation/reconcile.ts';
import { refreshReconciliation } from '../../db/queries/reconciliation/refresh-reconciliation.ts';
import type { ReconcileResult } from '../../src/domain/reconciliation/reconcile-result.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../src/domain/reconciliation/reconciliation-policy.ts';
import { importFile } from '../../src/intake/csv/import-file.ts';
import { Random } from '../fraud/random.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult } from '../suite-result.ts';
import { AS_OF, awkwardProgramme, DAY_MS } from './awkward-programme.ts';
import { compareWithOracle } from './compare-with-oracle.ts';
import type { Programme, Row } from './programme.ts';
import { RECONCILE_THRESHOLDS } from './thresholds.ts';
import { withEmptyDatabase } from './with-empty-database.ts';

const SEED = 20_261_123;
const ORDERS = 20_000;
const POLICY = RECONCILIATION_POLICY_DEFAULTS;

/** Files of 20,000 simulated orders with every awkward return, imported and reconciled, against a naive account of them. */
export function runReconcileEval(): Promise<SuiteResult> {
  return withEmptyDatabase(measure);
}

async function measure(pool: pg.Pool, dataFolder: string): Promise<SuiteResult> {
  const programme = awkwardProgramme(SEED, ORDERS);
  const result = async (): Promise<ReconcileResult> =>
    reconcile(pool, { asOf: AS_OF, now: AS_OF, policy: POLICY });
  await importProgramme(pool, dataFolder, programme);
  const steps = [8, 5, 1].map((days) => new Date(AS_OF.getTime() - days * DAY_MS));
  for (const asOf of steps) await refreshReconciliation(pool, { asOf, policy: POLICY });
  const byDays = await result();

  await refreshReconciliation(pool, { asOf: AS_OF, policy: POLICY, isRecount: true });
  const first = await result();
  const rerun = await result();
  await importProgramme(pool, dataFolder, shuffled(programme));
  const again = await result();

  const compared = compareWithOracle(programme, first);
  const metrics: Record<string, Metric> = Object.fromEntries(
    Object.entries({
      ...compared,
      changedByRerun: isSame(first, rerun) ? 0 : 1,
      changedByShuffledImport: isSame(first, again) ? 0 : 1,
      changedByStepsOfADay: isSame(first, byDays) ? 0 : 1,
      unbalancedTransactions: await unbalanced(pool),
    }).map(([name, value]) => [name, { value, n: first.lines.length, interval: null }]),
  );
  return {
    name: 'reconcile',
    n: ORDERS,
    metrics,
    thresholds: RECONCILE_THRESHOLDS,
    pass: Object.entries(RECONCILE_THRESHOLDS).every(([name, limit]) => {
      const metric = metrics[name];
      return metric !== undefined && holds(metric, limit);
    }),
  };
}

async function importProgramme(pool: pg.Pool, dataFolder: string, programme: Programme): Promise<void> {
  for (const kind of ['refunds', 'conversions', 'orders'] as const) {
    const path = join(dataFolder, `${kind}.csv`);
    const rows = programme[kind];
    const columns = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
    await writeFile(path, `${[columns.join(','), ...lines].join('\n')}\n`);
    const { rejected } = await importFile({ pool, dataFolder }, { kind, path, format: 'generic' });
    if (rejected > 0) throw new Error(`${rejected} ${kind} were rejected`);
  }
}

function shuffled({ conversions, orders, refunds }: Programme): Programme {
  const random = new Random(SEED + 1);
  const mix = (rows: readonly Row[]): Row[] =>
    rows
      .map((row) => ({ row, at: random.uniform() }))
      .sort((left, right) => left.at - right.at)
      .map(({ row }) => row);
  return { conversions: mix(conversions), orders: mix(orders), refunds: mix(refunds) };
}

const isSame = (left: ReconcileResult, right: ReconcileResult): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

async function unbalanced(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: bigint }>(`
    select count(*) from (
      select transaction_id from ledger_entry group by transaction_id, currency having sum(amount_micros) <> 0
    ) odd
  `);
  return Number(rows[0]?.count ?? 0n);
}
