import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { removeServer } from '../../db/embedded/remove-server.ts';
import { migrate } from '../../db/migrate.ts';
import { createPools } from '../../db/pool.ts';
import { recountSketches } from '../../db/queries/fraud/recount-sketches.ts';
import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import { FRAUD_POLICY_DEFAULTS } from '../../src/domain/fraud/fraud-policy.ts';
import { fraudReport } from '../../src/reports/fraud-report.ts';
import type { BenchResult } from './bench-result.ts';
import { fillProgramme, importBatch, type Size } from './fraud-programme.ts';

const SIZE: Size = { partners: 2_000, clicks: 1_000_000, conversions: 300_000, siteEvents: 1_000_000 };
const REPETITIONS = 3;

/** Refreshing the sketches after an import of a hundredth of the rows, against counting all of them. */
export async function benchFraud(): Promise<BenchResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marginkeeper-bench-'));
  // The server's user has to pass through when this runs as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined });
  try {
    await migrate(server.url);
    const pools = createPools(server.url, { max: 4 });
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
  await fillProgramme(pool, SIZE);
  const firstSeconds = await secondsOf(() => refreshSketches(pool));
  const reportSeconds = await secondsOf(async () => {
    const report = await fraudReport(pool, {
      asOf: null,
      now: new Date('2027-01-01T00:00:00Z'),
      policy: FRAUD_POLICY_DEFAULTS,
      explain: null,
    });
    JSON.stringify(report);
  });

  const ratios: number[] = [];
  let refreshSeconds = 0;
  let recountSeconds = 0;
  for (let index = 1; index <= REPETITIONS; index += 1) {
    await importBatch(pool, SIZE, index);
    refreshSeconds = await secondsOf(() => refreshSketches(pool));
    recountSeconds = await secondsOf(() => recountSketches(pool));
    ratios.push(refreshSeconds / recountSeconds);
  }
  return {
    name: 'fraud',
    says: 'refresh after a batch of 1 % ÷ full recount',
    ratios,
    promise: { atMost: 0.3 },
    seen: {
      ...SIZE,
      firstSeconds,
      reportSeconds,
      allSeconds: firstSeconds + reportSeconds,
      refreshSeconds,
      recountSeconds,
    },
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
