import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from './retry-after.ts';

describe('retryAfterSeconds', () => {
  it('doubles, and stops at half a minute', () => {
    expect([1, 2, 3, 4, 7, 60].map((attempts) => retryAfterSeconds(attempts, 0.999_999))).toEqual(
      [0.5, 1, 2, 4, 30, 30].map((seconds) => expect.closeTo(seconds, 3)),
    );
  });

  it('stays between half and the whole of its step, whatever chance says', () => {
    const chance = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), chance, (attempts, luck) => {
        const seconds = retryAfterSeconds(attempts, luck);
        expect(seconds).toBeGreaterThanOrEqual(0.25);
        expect(seconds).toBeLessThanOrEqual(30);
      }),
    );
  });
});
