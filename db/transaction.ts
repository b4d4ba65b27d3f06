import type pg from 'pg';
import type { Queryable } from './client.ts';

export interface TransactionSettings {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
}

/**
 * Runs `work` in one transaction on one connection: committed when it returns, rolled back when it throws.
 *
 * Nothing that leaves the database (a call, a mail) belongs inside. A connection that broke on the way is
 * thrown away, not put back. The error is the one that `work`, or the commit, threw.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (transaction: pg.PoolClient & Queryable) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  // A borrowed client's errors are ours to hear: unheard they would end the process.
  client.on('error', onError);
  try {
    await client.query(beginText(settings));
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

function beginText({ isolation, readOnly }: TransactionSettings): string {
  const modes = [isolation && `isolation level ${isolation}`, readOnly && 'read only'].filter(Boolean);
  return `begin ${modes.join(', ')}`.trim();
}
