import { setTimeout as sleepFor } from 'node:timers/promises';

/** How time and chance come in; real ones in production, made up ones in tests. */
export interface HttpSurroundings {
  readonly nowMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export const REAL_SURROUNDINGS: HttpSurroundings = {
  nowMs: () => Date.now(),
  sleep: (ms, signal) => sleepFor(ms, undefined, signal ? { signal } : {}),
  random: Math.random,
};
