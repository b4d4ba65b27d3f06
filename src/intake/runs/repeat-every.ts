import { setTimeout as sleep } from 'node:timers/promises';
import type { RunDeps } from './run-deps.ts';

/**
 * Does something again and again, the next time `seconds` after the last one ended, until it is told to stop.
 *
 * A time that fails is logged, and the next one comes all the same.
 *
 * @returns when the last time is over.
 */
export async function repeatEvery(
  seconds: number,
  { log }: Pick<RunDeps, 'log'>,
  ending: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!ending.aborted) {
    try {
      await sleep(seconds * 1_000, undefined, { signal: ending });
      await work();
    } catch (error) {
      if (!ending.aborted) log.error({ err: error }, 'a repeated task failed');
    }
  }
}
