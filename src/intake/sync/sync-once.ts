import { claimStream } from '../../../db/queries/connectors/claim-stream.ts';
import { LEASE_SECONDS, type ReadingResult, readStream } from './read-stream.ts';
import type { SyncDeps } from './sync-deps.ts';

/**
 * Reads the stream that is longest overdue; null when none is.
 *
 * @param options.anyTime - whether one that is not due is read too.
 */
export async function syncOnce(
  deps: SyncDeps,
  signal: AbortSignal,
  { anyTime = false }: { readonly anyTime?: boolean } = {},
): Promise<ReadingResult | null> {
  const { pool, streams, worker, now } = deps;
  const claimed = await claimStream(pool, {
    among: streams,
    worker,
    now: now(),
    leaseSeconds: LEASE_SECONDS,
    anyTime,
  });
  const stream = streams.find((each) => each.system === claimed?.system && each.stream === claimed.stream);
  return claimed && stream ? readStream(deps, stream, claimed, signal) : null;
}
