import type { Pool, PoolClient } from 'pg';
import { LiveEvent } from '../../domain/http/live-event.ts';
import type { Logger } from '../http-deps.ts';

/** The channel that the triggers of migration 0006 announce on. */
const CHANNEL = 'marginkeeper';
/** Changes of this long are told together. */
const GATHER_MS = 250;
/** More changes than this at once are told as "ask again for everything". */
const GATHERED_MAX = 100;
const RECONNECT_MS = 1_000;

export interface LiveListener {
  /** Whose stream it is. */
  readonly name: string;
  hear(events: readonly LiveEvent[]): void;
  /** The feed is closed; nothing more will be heard. */
  end(): void;
}

export interface LiveFeed {
  /** @returns the way to stop hearing. */
  subscribe(listener: LiveListener): () => void;
  /** How many listen; with a name, how many of theirs. */
  count(name?: string): number;
  close(): void;
}

/**
 * What changes in the database, told to everybody who listens. One connection a process, held while somebody listens.
 *
 * After a lost connection a `resync` follows, since what happened meanwhile is unknown.
 */
export function createLiveFeed(pool: Pool, log: Logger): LiveFeed {
  const listeners = new Set<LiveListener>();
  const gathered = new Map<string, LiveEvent>();
  let connection: PoolClient | null = null;
  let isConnecting = false;
  let gatherTimer: NodeJS.Timeout | null = null;
  let reconnectTimer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const tell = (): void => {
    gatherTimer = null;
    const events: readonly LiveEvent[] =
      gathered.size > GATHERED_MAX ? [{ topic: 'resync' }] : [...gathered.values()];
    gathered.clear();
    for (const listener of listeners) listener.hear(events);
  };
  const hear = (event: LiveEvent): void => {
    gathered.set('id' in event ? `${event.topic} ${event.id}` : event.topic, event);
    gatherTimer ??= setTimeout(tell, GATHER_MS);
  };
  const letGo = (error?: Error): void => {
    const lost = connection;
    connection = null;
    lost?.removeAllListeners('notification');
    // A client that listened is closed, not put back: the next borrower would go on listening.
    lost?.release(error ?? true);
  };
  const connectLater = (): void => {
    reconnectTimer ??= setTimeout(() => {
      reconnectTimer = null;
      void connect();
    }, RECONNECT_MS);
    reconnectTimer.unref();
  };
  const connect = async (): Promise<void> => {
    if (isClosed || isConnecting || connection || listeners.size === 0) return;
    isConnecting = true;
    try {
      connection = await pool.connect();
      connection.on('notification', ({ payload }) => hear(LiveEvent.parse(JSON.parse(payload ?? '{}'))));
      connection.once('error', (error) => {
        log.warn({ reason: error.message }, 'live updates lost their connection');
        letGo(error);
        connectLater();
      });
      await connection.query(`listen ${CHANNEL}`);
      hear({ topic: 'resync' });
    } catch (error) {
      log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'live updates cannot connect',
      );
      letGo(error instanceof Error ? error : undefined);
      connectLater();
    } finally {
      isConnecting = false;
    }
    if (isClosed || listeners.size === 0) letGo();
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      void connect();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && !isConnecting) letGo();
      };
    },
    count: (name) =>
      name === undefined
        ? listeners.size
        : [...listeners].filter((listener) => listener.name === name).length,
    close() {
      isClosed = true;
      if (gatherTimer) clearTimeout(gatherTimer);
      if (reconnectTimer) clearTimeout(reconnectTimer);
      for (const listener of listeners) listener.end();
      listeners.clear();
      if (!isConnecting) letGo();
    },
  };
}
