import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stopServer } from './acquire-server.ts';
import { livingUsers } from './users-of-server.ts';

/**
 * Stops the server of a data folder and deletes the folder and everything the server kept, wherever it kept it.
 *
 * @param onlyUnused - leaves everything as it is while a living process uses the server.
 */
export async function removeServer(dataFolder: string, { onlyUnused = false } = {}): Promise<void> {
  const real = await realpath(dataFolder).catch(() => null);
  if (real === null) return;
  if (onlyUnused && (await livingUsers(join(real, 'users'))) > 0) return;
  const stopped = await stopServer(real);
  if (stopped) await rm(stopped.folder, { recursive: true, force: true });
  await rm(real, { recursive: true, force: true });
}
