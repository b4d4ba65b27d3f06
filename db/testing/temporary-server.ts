import { chmod, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireServer } from '../embedded/acquire-server.ts';
import { removeServer } from '../embedded/remove-server.ts';

const PREFIX = 'marginkeeper-test-';
const YOUNG_MINUTES = 5;

/** Nothing here outlives its user, so nothing has to reach the disk. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** An embedded server in a folder of its own that goes when `end` is called, with everything in it. */
export async function openTemporaryServer(): Promise<{ url: string; end(): Promise<void> }> {
  await sweep();
  const dataFolder = await mkdtemp(join(tmpdir(), PREFIX));
  // The server's user has to pass through when we are root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined, settings: CARELESS });
  return {
    url: server.url,
    end: async () => {
      await server.release();
      await removeServer(dataFolder);
    },
  };
}

/** Removes what a process that was killed left behind; a folder of the last minutes may be about to be used. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    if (found && Date.now() - found.mtimeMs > YOUNG_MINUTES * 60_000)
      await removeServer(folder, { onlyUnused: true });
  }
}
