import { setImmediate as turn } from 'node:timers/promises';
import type { HttpSurroundings } from '../surroundings.ts';

export interface MadeUpSurroundings extends HttpSurroundings {
  /** Lets time pass. */
  advance(ms: number): void;
  /** How long was slept in all, milliseconds. */
  sleptMs(): number;
}

/** A clock that only sleeping moves: a minute's wait takes no time. It begins in March 2026. */
export function madeUpSurroundings(startMs: number = Date.UTC(2026, 2, 1, 12)): MadeUpSurroundings {
  let nowMs = startMs;
  let slept = 0;
  let seed = 1;
  return {
    nowMs: () => nowMs,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      await turn();
      nowMs += ms;
      slept += ms;
    },
    random: () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    advance: (ms) => {
      nowMs += ms;
    },
    sleptMs: () => slept,
  };
}
