import type { Pool } from 'pg';
import { LiveEvent } from '../../domain/http/live-event.ts';
import type { Logger } from '../http-deps.ts';
import { createListening } from './listening.ts';

/** The channel that the triggers of migration 0006 announce on. */
const CHANNEL = 'marginkeeper';
/** Changes of this long are told together. */
const GATHER_MS = 250;
/** More changes than this at once are told as "ask again for everything". */
const GATHERED_MAX = 100;

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
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    timer = undefined;
    const events: readonly LiveEvent[] =
      gathered.size > GATHERED_MAX ? [{ topic: 'resync' }] : [...gathered.values()];
    gathered.clear();
    for (const listener of listeners) listener.hear(events);
  };
  const hear = (event: LiveEvent): void => {
    gathered.set('id' in event ? `${event.topic} ${event.id}` : event.topic, event);
    timer ??= setTimeout(tell, GATHER_MS);
  };
  const listening = createListening(pool, log, CHANNEL, {
    onListening: () => hear({ topic: 'resync' }),
    onPayload: (payload) => hear(LiveEvent.parse(JSON.parse(payload))),
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      listening.start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) listening.stop();
      };
    },
    count: (name) =>
      name === undefined
        ? listeners.size
        : [...listeners].filter((listener) => listener.name === name).length,
    close() {
      clearTimeout(timer);
      listening.stop();
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
