import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { removeServer } from '../../db/embedded/remove-server.ts';
import { migrate } from '../../db/migrate.ts';
import { ensurePartitions } from '../../db/partitions.ts';
import { createPools } from '../../db/pool.ts';
import { importFile } from '../../src/intake/csv/import-file.ts';
import type { BenchResult } from './bench-result.ts';
import { CLICK_COLUMNS, CLICKS_FROM, CLICKS_TO, writeClicksCsv } from './clicks-csv.ts';

const ROWS = 1_000_000;
const REPETITIONS = 3;
const BROKEN_LINE = 500_000;

/**
 * Importing a million clicks, one row in the middle broken, against COPY of the same rows into the same table with its
 * partitions, indexes and triggers. `plainCopySeconds` is COPY into a table without any of them, for comparison.
 */
export async function benchImport(): Promise<BenchResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marginkeeper-bench-'));
  // The server's user has to pass through when this runs as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined });
  try {
    await migrate(server.url);
    const pools = createPools(server.url, { max: 6, statementSeconds: 600 });
    try {
      return await measure(pools.app, dataFolder);
    } finally {
      await pools.end();
    }
  } finally {
    await server.release();
    await removeServer(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function measure(pool: pg.Pool, dataFolder: string): Promise<BenchResult> {
  const whole = join(dataFolder, 'whole.csv');
  const broken = join(dataFolder, 'broken.csv');
  await writeClicksCsv(whole, ROWS, null);
  await writeClicksCsv(broken, ROWS, BROKEN_LINE);
  await ensurePartitions(pool, 'click', CLICKS_FROM, CLICKS_TO);
  await pool.query('create table plain_click (like click)');

  const ratios: number[] = [];
  const seen: Record<string, number> = { rows: ROWS };
  const load = () => importFile({ pool, dataFolder }, { kind: 'clicks', path: broken, format: 'generic' });
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    await pool.query('truncate click, plain_click');
    seen.plainCopySeconds = await secondsOf(() => copy(pool, 'plain_click', whole));
    seen.copySeconds = await secondsOf(() => copy(pool, 'click', whole));
    await pool.query('truncate click');
    seen.importSeconds = await secondsOf(async () => {
      const { inserted, rejected } = await load();
      if (inserted !== ROWS - 1 || rejected !== 1)
        throw new Error(`${inserted} inserted, ${rejected} rejected`);
    });
    ratios.push(seen.copySeconds / seen.importSeconds);
  }
  seen.againSeconds = await secondsOf(async () => {
    const { inserted, updated } = await load();
    if (inserted + updated !== 0) throw new Error(`${inserted} inserted, ${updated} updated the second time`);
  });
  seen.peakMegabytes = process.resourceUsage().maxRSS / 1_024;
  return {
    name: 'import',
    says: 'speed of an import ÷ speed of COPY',
    ratios,
    promise: { atLeast: 0.25 },
    seen,
  };
}

async function copy(pool: pg.Pool, table: string, path: string): Promise<void> {
  const client = await pool.connect();
  try {
    const target = client.query(
      copyFrom(`copy ${table} (${CLICK_COLUMNS.join(', ')}) from stdin with (format csv, header)`),
    );
    await pipeline(createReadStream(path), target);
  } finally {
    client.release();
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
