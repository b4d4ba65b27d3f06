import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callsThatCount, waitForTurn } from './call-limits.ts';

const LIMITS = {
  windows: [
    { calls: 3, seconds: 10 },
    { calls: 5, seconds: 60 },
  ],
  concurrency: 1,
};

describe('waitForTurn', () => {
  it('never lets a window hold too many, whenever calls come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 }),
        (pauses) => {
          let calls: readonly number[] = [];
          const all: number[] = [];
          let now = 0;
          for (const pause of pauses) {
            now += pause;
            now += waitForTurn(LIMITS, calls, now);
            calls = [...callsThatCount(LIMITS, calls, now), now];
            all.push(now);
          }
          for (const { calls: max, seconds } of LIMITS.windows) {
            for (const at of all) {
              expect(
                all.filter((other) => other <= at && other > at - seconds * 1_000).length,
              ).toBeLessThanOrEqual(max);
            }
          }
        },
      ),
    );
  });

  it('lets go where nothing is published', () => {
    expect(waitForTurn({ windows: [], concurrency: 1 }, [1, 2, 3], 3)).toBe(0);
  });
});
