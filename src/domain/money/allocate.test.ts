import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocate.ts';

const micros = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 });
const sum = (values: readonly bigint[]) => values.reduce((left, right) => left + right, 0n);

describe('allocate', () => {
  it('gives parts that sum to the whole', () => {
    fc.assert(
      fc.property(micros, weights, (total, over) => {
        expect(sum(allocate(total, over))).toBe(total);
      }),
    );
  });

  it('keeps every part within one micro of its exact share', () => {
    fc.assert(
      fc.property(micros, weights, (total, over) => {
        const whole = sum(over);
        fc.pre(whole > 0n);
        allocate(total, over).forEach((part, index) => {
          const distance = part * whole - total * (over[index] ?? 0n);
          expect(distance < 0n ? -distance : distance).toBeLessThan(whole);
        });
      }),
    );
  });

  it('splits evenly when no weight says otherwise, the earlier part taking the odd micro', () => {
    expect(allocate(7n, [0n, 0n])).toEqual([4n, 3n]);
  });

  it('mirrors a negative total', () => {
    fc.assert(
      fc.property(micros, weights, (total, over) => {
        expect(allocate(-total, over)).toEqual(allocate(total, over).map((part) => -part));
      }),
    );
  });
});
