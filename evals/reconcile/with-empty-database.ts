import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { removeServer } from '../../db/embedded/remove-server.ts';
import { migrate } from '../../db/migrate.ts';
import { createPools } from '../../db/pool.ts';

/** A server of one's own with the current schema and no rows, gone afterwards. */
export async function withEmptyDatabase<Result>(
  work: (pool: pg.Pool, dataFolder: string) => Promise<Result>,
): Promise<Result> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'marginkeeper-eval-'));
  // The server's user has to pass through when this runs as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined });
  try {
    await migrate(server.url);
    const pools = createPools(server.url, { max: 4 });
    try {
      return await work(pools.app, dataFolder);
    } finally {
      await pools.end();
    }
  } finally {
    await server.release();
    await removeServer(dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
  }
}
