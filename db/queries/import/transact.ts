import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inTransaction } from '../../transaction.ts';

/** Two imports at once wait for each other, or change the same row. */
const CLASHES = ['40P01', '40001'];
export const UNIQUE_VIOLATION = '23505';
const ATTEMPTS_MAX = 5;
const PAUSE_MS = 50;

/**
 * Runs `work` in one transaction, and begins again when another writer got in its way.
 *
 * @param alsoAgain - error codes, besides deadlocks, after which beginning again helps.
 */
export async function transact<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  alsoAgain: readonly string[] = [],
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, work);
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
      if (attempt === ATTEMPTS_MAX || !(CLASHES.includes(code) || alsoAgain.includes(code))) throw error;
      await sleep(attempt * PAUSE_MS);
    }
  }
}
