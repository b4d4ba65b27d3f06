import type pg from 'pg';
import { announceInstance } from '../../db/queries/outbox/live-instances.ts';
import type { WorkerLog } from '../domain/worker-log.ts';

export interface Presence {
  /** Announces again when the connection was lost. Before the first claim, and at every turn. */
  ensure(): Promise<void>;
  end(): void;
}

/**
 * Says to all others that this process lives, by a lock on a connection of its own: a kill -9 closes the connection,
 * and the server gives the lock back in the same moment.
 */
export function presenceOf(pool: pg.Pool, instance: string, log: WorkerLog): Presence {
  let held: pg.PoolClient | null = null;
  const onError = (error: Error): void => {
    log.warn({ err: error }, 'the connection that says this worker lives was lost');
    held?.release(error);
    held = null;
  };
  return {
    ensure: async () => {
      if (held !== null) return;
      const client = await pool.connect();
      try {
        await announceInstance(client, instance);
      } catch (error) {
        client.release(error instanceof Error ? error : true);
        throw error;
      }
      client.on('error', onError);
      held = client;
    },
    end: () => {
      held?.off('error', onError);
      // Destroyed, not put back: the lock lasts as long as the connection.
      held?.release(true);
      held = null;
    },
  };
}
