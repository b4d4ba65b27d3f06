import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleMonths, exampleProgramme } from './example-sketches.ts';
import { FRAUD_POLICY_DEFAULTS } from './fraud-policy.ts';
import { scorePartners } from './score-partners.ts';
import type { ConversionSketch } from './sketch.ts';
import { sumSketches } from './sum-sketches.ts';

const INPUT = exampleProgramme(12, exampleMonths('thief', [3, 4, 5, 6, 7, 8, 900, 1_000, 1_100, 1_200]));
const EXPECTED = scorePartners(INPUT, FRAUD_POLICY_DEFAULTS);

/** Splits every count of a sketch in two that add up to it again. */
function split(sketch: ConversionSketch, part: number): ConversionSketch[] {
  const share = (value: unknown): unknown => {
    if (typeof value === 'number') return Math.floor(value * part);
    if (typeof value === 'bigint') return (value * BigInt(Math.floor(part * 1_000))) / 1_000n;
    return Array.isArray(value) ? value.map(share) : value;
  };
  const left = Object.fromEntries(
    Object.entries(sketch).map(([field, value]) => [field, share(value)]),
  ) as ConversionSketch;
  const rest = (whole: unknown, taken: unknown): unknown => {
    if (typeof whole === 'number') return whole - Number(taken);
    if (typeof whole === 'bigint') return whole - BigInt(taken as bigint);
    return Array.isArray(whole) ? whole.map((one, index) => rest(one, (taken as unknown[])[index])) : whole;
  };
  const right = Object.fromEntries(
    Object.entries(sketch).map(([field, value]) => [
      field,
      rest(value, left[field as keyof ConversionSketch]),
    ]),
  ) as ConversionSketch;
  return [left, right];
}

describe('scorePartners', () => {
  it('answers the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(INPUT.conversions, { minLength: INPUT.conversions.length }),
        (conversions) => {
          expect(scorePartners({ ...INPUT, conversions }, FRAUD_POLICY_DEFAULTS)).toEqual(EXPECTED);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('answers the same however the rows of a window are split or moved to another of its days', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 10, max: 28 }),
        (part, day) => {
          const conversions = INPUT.conversions.flatMap((sketch) => {
            const [left, right] = split(sketch, part);
            return left && right ? [left, { ...right, day: `${right.day.slice(0, 8)}${day}` }] : [];
          });
          expect(scorePartners({ ...INPUT, conversions }, FRAUD_POLICY_DEFAULTS)).toEqual(EXPECTED);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('sumSketches', () => {
  const sketches = fc.array(fc.constantFrom(...INPUT.conversions), { minLength: 3, maxLength: 8 });
  const withoutKey = (sketch: ConversionSketch) => ({ ...sketch, partnerId: '', day: '' });

  it('does not care for order', () => {
    fc.assert(
      fc.property(sketches, (rows) => {
        expect(withoutKey(sumSketches([...rows].reverse()))).toEqual(withoutKey(sumSketches(rows)));
      }),
    );
  });

  it('does not care for what is added first', () => {
    fc.assert(
      fc.property(sketches, fc.nat(), (rows, at) => {
        const cut = 1 + (at % (rows.length - 1));
        const [left, right] = [sumSketches(rows.slice(0, cut)), sumSketches(rows.slice(cut))];
        expect(sumSketches([left, right])).toEqual(sumSketches(rows));
      }),
    );
  });
});
