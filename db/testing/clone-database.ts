import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { createPools, type PoolSettings, type Pools } from '../pool.ts';
import { databaseOf, runAlone, urlOfDatabase } from './template-database.ts';

const DROP_TRIES = 50;
const DROP_PAUSE_MS = 200;

export interface ClonedDatabase {
  readonly url: string;
  readonly pools: Pools;
  /** Ends the pools and removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A database of one's own with the current schema and no rows, for one test file or one test.
 *
 * ```ts
 * const database = await cloneDatabase();
 * afterAll(() => database.drop());
 * ```
 */
export async function cloneDatabase(settings: PoolSettings = {}): Promise<ClonedDatabase> {
  const templateUrl = inject('templateUrl');
  const template = databaseOf(templateUrl);
  const name = `${template}_${randomBytes(5).toString('hex')}`;
  // Nobody may be connected to the template while it is copied, so the order comes from next door.
  const nextDoor = urlOfDatabase(templateUrl, 'postgres');
  await runAlone(nextDoor, `create database ${name} template ${template}`);
  const url = urlOfDatabase(templateUrl, name);
  const pools = createPools(url, { max: 5, ...settings });
  return {
    url,
    pools,
    drop: async () => {
      await pools.end();
      await dropInTheEnd(nextDoor, name);
    },
  };
}

/**
 * A server process of its superuser (a vacuum, a worker that is just ending) may be in the database for a moment, and
 * our role may not end that one: it is waited for.
 */
async function dropInTheEnd(nextDoor: string, name: string): Promise<void> {
  for (let triesLeft = DROP_TRIES; ; triesLeft -= 1) {
    try {
      return await runAlone(nextDoor, `drop database if exists ${name} with (force)`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (triesLeft === 0 || (code !== '42501' && code !== '55006')) throw error;
      await sleep(DROP_PAUSE_MS);
    }
  }
}
