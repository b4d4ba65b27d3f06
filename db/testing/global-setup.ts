import { chmod, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { acquireServer } from '../embedded/acquire-server.ts';
import { removeServer } from '../embedded/remove-server.ts';
import { createTemplate, dropTemplate } from './template-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody connects to; `cloneDatabase` copies it. */
    templateUrl: string;
  }
}

const PREFIX = 'marginkeeper-test-';
const YOUNG_MINUTES = 5;

/** Nothing here outlives the tests, so nothing has to reach the disk. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * One server for the whole test run, and one migrated database on it that each test file clones.
 *
 * With `TEST_DATABASE_URL` (a user who may create databases) the tests run on that server instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const templateUrl = await createTemplate(given);
    project.provide('templateUrl', templateUrl);
    return () => dropTemplate(given, templateUrl);
  }

  await sweep();
  const dataFolder = await mkdtemp(join(tmpdir(), PREFIX));
  // The server's user has to pass through when the tests run as root.
  await chmod(dataFolder, 0o711);
  const server = await acquireServer({ dataFolder, log: () => undefined, settings: CARELESS });
  project.provide('templateUrl', await createTemplate(server.url));
  return async () => {
    await server.release();
    await removeServer(dataFolder);
  };
}

/** Removes what a test run that was killed left behind; a folder of the last minutes may be about to be used. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX)) continue;
    const ageMs = Date.now() - (await stat(folder)).mtimeMs;
    if (ageMs > YOUNG_MINUTES * 60_000) await removeServer(folder, { onlyUnused: true });
  }
}
