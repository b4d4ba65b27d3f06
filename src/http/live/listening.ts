import type { Pool, PoolClient } from 'pg';
import type { Logger } from '../http-deps.ts';

const RECONNECT_MS = 1_000;

export interface Heard {
  /** From here on nothing is missed; what came before may have been. Again after each lost connection. */
  onListening(): void;
  onPayload(payload: string): void;
}

export interface Listening {
  /** Connects unless it is, and connects again whenever the connection is lost, until stopped. */
  start(): void;
  stop(): void;
}

/** One connection that listens to a channel of the database while it is wanted. */
export function createListening(pool: Pool, log: Logger, channel: string, heard: Heard): Listening {
  let isWanted = false;
  let isConnecting = false;
  let connection: PoolClient | null = null;
  let timer: NodeJS.Timeout | undefined;

  const letGo = (error?: Error): void => {
    const lost = connection;
    connection = null;
    lost?.removeAllListeners('notification');
    // A client that listened is closed, not put back: the next borrower would go on listening.
    lost?.release(error ?? true);
  };
  const lose = (error: Error): void => {
    log.warn({ reason: error.message }, 'live updates lost their connection');
    letGo(error);
    timer = setTimeout(() => void connect(), RECONNECT_MS).unref();
  };
  const connect = async (): Promise<void> => {
    if (!isWanted || isConnecting || connection) return;
    isConnecting = true;
    try {
      connection = await pool.connect();
      connection.on('notification', ({ payload }) => heard.onPayload(payload ?? ''));
      connection.once('error', lose);
      await connection.query(`listen ${channel}`);
      heard.onListening();
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isConnecting = false;
    }
    if (!isWanted) letGo();
  };

  return {
    start() {
      isWanted = true;
      void connect();
    },
    stop() {
      isWanted = false;
      clearTimeout(timer);
      if (!isConnecting) letGo();
    },
  };
}
