import { setTimeout as sleep } from 'node:timers/promises';
import Bottleneck from 'bottleneck';
import { FetchFailed } from '../fetch-failed.ts';
import type { WebReaderParts } from '../web-reader-parts.ts';

/** Does one request when it is its turn at a host. */
export type TakeTurn = <Result>(
  turn: { readonly host: string; readonly crawlDelaySeconds: number | null; readonly signal: AbortSignal },
  work: () => Promise<Result>,
) => Promise<Result>;

/** A host's queue is forgotten when nothing was asked of it for so long. */
const IDLE_MS = 10 * 60_000;

/**
 * One request at a time to a host, at least the policy's delay or the site's own crawl delay apart, with some jitter:
 * by bottleneck in this process, and by the leased row between processes.
 */
export function createHostTurns({ policy, lease }: Pick<WebReaderParts, 'policy' | 'lease'>): TakeTurn {
  const hosts = new Bottleneck.Group({ maxConcurrent: 1, timeout: IDLE_MS });
  const busy = (host: string): FetchFailed =>
    new FetchFailed(
      'host_busy',
      `${host} is asked at its own pace, and its next free turn is more than ${Math.round(policy.hostWaitMaxMs / 1_000)} seconds away.`,
    );
  return async ({ host, crawlDelaySeconds, signal }, work) => {
    const wished = Math.min((crawlDelaySeconds ?? 0) * 1_000, policy.crawlDelayMaxMs);
    const delayMs = Math.round(
      Math.max(policy.hostDelayMs, wished) * (1 + Math.random() * policy.jitterShare),
    );
    const limiter = hosts.key(host);
    if (limiter.queued() * delayMs > policy.hostWaitMaxMs) throw busy(host);
    limiter.updateSettings({ minTime: delayMs });
    const asked = limiter.schedule(async () => {
      signal.throwIfAborted();
      const waitMs = await lease(host, { delayMs, waitMaxMs: policy.hostWaitMaxMs });
      if (waitMs === null) throw busy(host);
      if (waitMs > 0) await sleep(waitMs, undefined, { signal });
      return work();
    });
    return Promise.race([asked, aborted(signal, asked)]);
  };
}

/** Rejects as soon as the caller gives up, also while the queue has not come to it. */
function aborted(signal: AbortSignal, asked: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    const forget = (): void => signal.removeEventListener('abort', giveUp);
    asked.then(forget, forget);
  });
}
