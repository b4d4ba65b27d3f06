import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { removeServer } from '../../db/embedded/remove-server.ts';
import { migrate } from '../../db/migrate.ts';
import { createPools } from '../../db/pool.ts';
import { refreshReconciliation } from '../../db/queries/reconciliation/refresh-reconciliation.ts';
import { streamResult } from '../../db/queries/reconciliation/stream-result.ts';
import { withReconciliation } from '../../db/queries/reconciliation/with-reconciliation.ts';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../src/domain/reconciliation/reconciliation-policy.ts';
import type { BenchResult } from './bench-result.ts';
import { addDay, BENCH_TO, fillOrders, type ReconcileSize } from './reconcile-programme.ts';

const SIZE: ReconcileSize = { orders: 1_000_000, refunds: 150_000 };
const REPETITIONS = 3;
const OPTIONS = { asOf: BENCH_TO, policy: RECONCILIATION_POLICY_DEFAULTS };

/**
 * Reconciling a day that brings one hundredth of the orders and refunds, against reckoning everything again. `firstSeconds`
 * reckons a million orders and books them, `documentSeconds` writes the answer of all lines, `joinSeconds` is what the
 * server needs to join the three tables and add up, for comparison.
 */
export async function benchReconcile(): Promise<BenchResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marginkeeper-bench-'));
  // The server's user has to pass through when this runs as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined });
  try {
    await migrate(server.url);
    const pools = createPools(server.url, { max: 4, statementSeconds: 600 });
    try {
      return await measure(pools.app);
    } finally {
      await pools.end();
    }
  } finally {
    await server.release();
    await removeServer(dataFolder);
  }
}

async function measure(pool: pg.Pool): Promise<BenchResult> {
  await fillOrders(pool, SIZE);
  const joinSeconds = await secondsOf(() => plainJoin(pool));
  const firstSeconds = await secondsOf(() => refreshReconciliation(pool, OPTIONS));
  const documentSeconds = await secondsOf(() => writeDocument(pool));

  const ratios: number[] = [];
  let daySeconds = 0;
  let recountSeconds = 0;
  for (let day = 1; day <= REPETITIONS; day += 1) {
    await addDay(pool, SIZE, day);
    daySeconds = await secondsOf(async () => {
      const { orders } = await refreshReconciliation(pool, OPTIONS);
      if (orders === null) throw new Error('a day was not taken for a day');
    });
    recountSeconds = await secondsOf(() => refreshReconciliation(pool, { ...OPTIONS, isRecount: true }));
    ratios.push(daySeconds / recountSeconds);
  }
  return {
    name: 'reconcile',
    says: 'reconciling a day of 1 % ÷ reckoning everything again',
    ratios,
    promise: { atMost: 0.15 },
    seen: { ...SIZE, joinSeconds, firstSeconds, documentSeconds, daySeconds, recountSeconds },
  };
}

/** The least that any account has to do: every row read and joined once. */
async function plainJoin(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select c.partner_id, sum(c.commission_micros), sum(l.quantity * l.unit_price_micros - l.discount_micros), sum(r.quantity)
      from order_line l
      join conversion c using (order_id)
      left join refund r on r.order_id = l.order_id and r.line_id = l.line_id
     group by c.partner_id
  `);
}

/** The answer of `reconcile --json`, to nowhere. */
async function writeDocument(pool: pg.Pool): Promise<void> {
  const { asOf, policy } = OPTIONS;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await withReconciliation(pool, { asOf, now: asOf, policy }, (transaction) =>
    pipeline(streamResult(transaction, { asOf, now: asOf, policy }), nowhere),
  );
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
