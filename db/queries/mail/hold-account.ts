import type pg from 'pg';
import { z } from 'zod';

/** First half of the advisory lock on a mail account; the second is the hash of its name. */
const ACCOUNT_CLASS = 724_312;
const HeldRow = z.object({ is_held: z.boolean() });

export interface HeldAccount {
  /** Fires when the connection that holds it is lost: somebody else may hold it from then on. */
  readonly lost: AbortSignal;
  release(): void;
}

/**
 * Makes this process the one that reads an account, by a lock on a connection of its own: a killed process gives it back
 * in the same moment.
 *
 * @returns `null` when another process holds it.
 */
export async function holdAccount(pool: pg.Pool, account: string): Promise<HeldAccount | null> {
  const client = await pool.connect();
  const lost = new AbortController();
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    lost.abort();
    // Destroyed, not put back: the lock lasts as long as the connection.
    client.release(true);
  };
  client.on('error', end);
  try {
    const { rows } = await client.query(
      `select pg_try_advisory_lock(${ACCOUNT_CLASS}, hashtext($1)) as is_held`,
      [account],
    );
    if (HeldRow.parse(rows[0]).is_held) return { lost: lost.signal, release: end };
  } catch (error) {
    end();
    throw error;
  }
  end();
  return null;
}
