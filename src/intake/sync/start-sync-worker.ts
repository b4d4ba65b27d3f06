import { type PollLoop, startPollLoop } from '../../../db/poll-loop.ts';
import { ensureStreams } from '../../../db/queries/connectors/ensure-streams.ts';
import type { SyncDeps } from './sync-deps.ts';
import { syncOnce } from './sync-once.ts';

const PAUSE_MS = 5_000;

/**
 * Keeps everything that is connected up to date until it is stopped: each system in a loop of its own, so that a slow
 * one holds up no other. Any number of processes may do so; a stream is read by one of them at a time.
 */
export function startSyncWorker(deps: SyncDeps & { readonly pauseMs?: number }): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const systems = [...new Set(deps.streams.map(({ system }) => system))];
  const loops = systems.map((system): PollLoop => {
    const own = { ...deps, streams: deps.streams.filter((stream) => stream.system === system) };
    let isKnown = false;
    return startPollLoop({
      pauseMs: deps.pauseMs ?? PAUSE_MS,
      turn: async () => {
        if (!isKnown) await ensureStreams(deps.pool, own.streams, deps.now());
        isKnown = true;
        const result = await syncOnce(own, stopping.signal);
        if (result?.state === 'read') deps.log.info(result, 'a connected system was read');
        return result !== null && !stopping.signal.aborted;
      },
      onError: (error) => deps.log.error({ err: error, system }, 'a connected system could not be read'),
    });
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
