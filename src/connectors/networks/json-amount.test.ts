import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMicros } from '../../domain/money/micros.ts';
import { jsonAmount } from './json-amount.ts';

describe('jsonAmount', () => {
  it('is exact, or nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (micros) => {
        const value = jsonAmount(micros);
        if (value !== null) expect(parseMicros(JSON.stringify(value))).toBe(micros);
      }),
    );
  });

  it('writes every amount of a shop', () => {
    expect(jsonAmount(97_260_000n)).toBe(97.26);
    expect(jsonAmount(0n)).toBe(0);
    expect(jsonAmount(-1n)).toBe(-0.000001);
    expect(jsonAmount(999_999_999_990_000n)).toBe(999_999_999.99);
    expect(jsonAmount(123_456_789_012_345_678n)).toBeNull();
  });
});
