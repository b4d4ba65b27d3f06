import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Two imports at once wait for each other, or change the same row. */
const CLASHES = ['40P01', '40001'];
export const UNIQUE_VIOLATION = '23505';
const ATTEMPTS_MAX = 5;
const PAUSE_MS = 50;

/**
 * Runs `work` in one transaction of a client that the caller keeps; begins again when another writer got in its way.
 *
 * `inTransaction` borrows a client for one transaction; an import keeps its own, with its temporary table, for many.
 *
 * @param alsoAgain - error codes, besides deadlocks, after which beginning again helps.
 */
export async function transact<T>(
  client: pg.PoolClient,
  work: () => Promise<T>,
  alsoAgain: readonly string[] = [],
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    await client.query('begin');
    try {
      const result = await work();
      await client.query('commit');
      return result;
    } catch (error) {
      // When the connection itself is gone there is nothing to roll back, and the first error is the one to tell.
      await client.query('rollback').catch(() => undefined);
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
      if (attempt === ATTEMPTS_MAX || !(CLASHES.includes(code) || alsoAgain.includes(code))) throw error;
      await sleep(attempt * PAUSE_MS);
    }
  }
}
