import Bottleneck from 'bottleneck';
import {
  type CallLimits,
  callsThatCount,
  type TakeTurn,
  waitForTurn,
} from '../../domain/networks/call-limits.ts';
import type { HttpSurroundings } from './surroundings.ts';

/** Runs calls of one account within its limits. */
export interface Turns {
  /** Waits for a turn, then runs. A signal that fires while waiting throws its reason, and nothing is run. */
  run<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T>;
}

/**
 * One queue for an account: so many at once, and never more in any stretch of time than the limits say. The turn is
 * counted before the call goes, so an attempt that fails counts too.
 */
export function createTurns(
  account: string,
  limits: CallLimits,
  takeTurn: TakeTurn | undefined,
  { nowMs, sleep }: HttpSurroundings,
): Turns {
  const places = new Bottleneck({ maxConcurrent: limits.concurrency });
  const queue = new Bottleneck({ maxConcurrent: 1 });
  let calls: readonly number[] = [];

  async function wait(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      calls = callsThatCount(limits, calls, nowMs());
      const ms = waitForTurn(limits, calls, nowMs()) || ((await takeTurn?.(account, limits)) ?? 0);
      if (ms <= 0) break;
      await sleep(ms, signal);
    }
    calls = [...calls, nowMs()];
  }

  return {
    run: (call, signal) =>
      places.schedule(async () => {
        await queue.schedule(() => wait(signal));
        return call();
      }),
  };
}
