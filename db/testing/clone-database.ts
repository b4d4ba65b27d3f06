import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { createPools, type PoolSettings, type Pools } from '../pool.ts';
import { databaseOf, runAlone, urlOfDatabase } from './template-database.ts';

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
      await runAlone(nextDoor, `drop database if exists ${name} with (force)`);
    },
  };
}
