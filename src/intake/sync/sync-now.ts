import { ensureStreams } from '../../../db/queries/connectors/ensure-streams.ts';
import type { ReadingResult } from './read-stream.ts';
import type { SyncDeps } from './sync-deps.ts';
import { syncOnce } from './sync-once.ts';

/** Reads every stream given once, due or not; one that another process reads at the moment is left to it. */
export async function syncNow(
  deps: SyncDeps,
  signal: AbortSignal,
  onResult: (result: ReadingResult) => void = () => undefined,
): Promise<ReadingResult[]> {
  await ensureStreams(deps.pool, deps.streams, deps.now());
  const results: ReadingResult[] = [];
  for (const stream of deps.streams) {
    if (signal.aborted) break;
    const result = await syncOnce({ ...deps, streams: [stream] }, signal, { anyTime: true });
    if (result === null) continue;
    results.push(result);
    onResult(result);
  }
  return results;
}
