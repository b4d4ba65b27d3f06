import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { importFile } from './import-file.ts';

const ROWS = 60_000;
const BROKEN_LINE = 30_000;

let database: ClonedDatabase;
let folder: string;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-killed-'));
  path = join(folder, 'clicks.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, index) =>
      `c${index},p${index % 97},${new Date(Date.UTC(2026, 0, 20) + index * 30_000).toISOString()},"a, b"`,
  );
  rows[BROKEN_LINE - 2] = 'c,p,"2026';
  writeFileSync(path, `click_id,partner_id,clicked_at,user_agent\n${rows.join('\n')}\n`);
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

/** Imports in a process of its own and kills it when half of the rows are in. */
async function killHalfWay(): Promise<void> {
  const program = `
    import { createPools } from ${JSON.stringify(new URL('../../../db/pool.ts', import.meta.url).href)};
    import { importFile } from ${JSON.stringify(new URL('./import-file.ts', import.meta.url).href)};
    const [url, dataFolder, path] = process.argv.slice(1);
    const onProgress = ({ rows }) => {
      if (rows >= ${ROWS / 2}) process.kill(process.pid, 'SIGKILL');
    };
    await importFile({ pool: createPools(url).app, dataFolder, onProgress }, { kind: 'clicks', path, format: 'generic' });
  `;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', program, database.url, folder, path],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

const load = (signal?: AbortSignal) =>
  importFile(
    { pool: database.pools.app, dataFolder: folder, ...(signal ? { signal } : {}) },
    { kind: 'clicks', path, format: 'generic' },
  );
const count = async () =>
  (await database.pools.app.query('select count(*) as rows from click')).rows[0]?.rows;

describe('an import that was killed', () => {
  it('is made whole by the next, which the one after finds complete', async () => {
    await killHalfWay();
    const half = Number(await count());
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(ROWS - 1);

    const whole = { rows: ROWS, updated: 0, rejected: 1 };
    expect(await load()).toMatchObject({ ...whole, inserted: ROWS - 1 - half, unchanged: half });
    expect(await load()).toMatchObject({ ...whole, inserted: 0, unchanged: ROWS - 1 });
    expect(await count()).toBe(BigInt(ROWS - 1));
  });

  it('stops between two batches when it is told to, and can be gone on with', async () => {
    await database.pools.app.query('truncate click');
    const stop = new AbortController();
    const stopped = importFile(
      { pool: database.pools.app, dataFolder: folder, signal: stop.signal, onProgress: () => stop.abort() },
      { kind: 'clicks', path, format: 'generic' },
    );
    await expect(stopped).rejects.toThrow('aborted');
    const some = Number(await count());
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(ROWS - 1);
    expect(await load()).toMatchObject({ inserted: ROWS - 1 - some });
  });
});
