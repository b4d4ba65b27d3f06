/**
 * A real shop's year in the ledger: `node evals/reconcile/measure-retail.ts <online_retail.csv.gz> [<most pieces a line>]`
 * (UCI Online Retail, CC BY 4.0). Orders and returns are real, commissions simulated at one rate, so that shares of commission are shares of value.
 * Prints one JSON document.
 */
import assert from 'node:assert';
import { loadRows } from '../../db/queries/import/load-rows.ts';
import { countExceptions } from '../../db/queries/reconciliation/count-exceptions.ts';
import { readSummary } from '../../db/queries/reconciliation/read-summary.ts';
import { withReconciliation } from '../../db/queries/reconciliation/with-reconciliation.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../src/domain/reconciliation/reconciliation-policy.ts';
import { retailProgramme } from './retail-programme.ts';
import { withEmptyDatabase } from './with-empty-database.ts';

/** The file's last minute lies before it. */
const AS_OF = new Date('2011-12-10T00:00:00Z');

const path = process.argv[2];
assert(path, 'usage: node evals/reconcile/measure-retail.ts <online_retail.csv.gz>');
const programme = retailProgramme(path, Number(process.argv[3] ?? Number.POSITIVE_INFINITY));
const measured = await withEmptyDatabase(async (pool) => {
  for (const kind of ['orders', 'refunds', 'conversions'] as const)
    await loadRows(pool, kind, programme[kind]);
  const policy = RECONCILIATION_POLICY_DEFAULTS;
  const started = performance.now();
  return withReconciliation(pool, { asOf: AS_OF, now: AS_OF, policy }, async (transaction) => {
    const seconds = (performance.now() - started) / 1_000;
    const { totals, band } = await readSummary(transaction, { asOf: AS_OF, windowDays: policy.windowDays });
    const exceptions = await countExceptions(transaction, { asOf: AS_OF, now: AS_OF });
    const { rows } = await transaction.query(`
      select account, sum(amount_micros)::text as micros from ledger_entry group by account order by account
    `);
    return { seconds, totals, band, exceptions, ledger: rows };
  });
});

const lateShare = ({ reversed, clawback }: (typeof measured)['band']['lifo']): number =>
  Number(clawback.micros) / (Number(reversed.micros) + Number(clawback.micros));
const off = measured.ledger.reduce((sum, { micros }) => sum + BigInt(micros), 0n);
assert(off === 0n, `the ledger is off by ${off} micros`);
process.stdout.write(
  `${JSON.stringify(
    {
      orderLines: programme.orders.length,
      returnLines: programme.refunds.length,
      returnedAfterDay30: { lifo: lateShare(measured.band.lifo), fifo: lateShare(measured.band.fifo) },
      ...measured,
    },
    null,
    2,
  )}\n`,
);
