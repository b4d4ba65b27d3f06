import { describe, expect, it } from 'vitest';
import { exampleTally } from '../example-tallies.ts';
import { FRAUD_POLICY_DEFAULTS } from '../fraud-policy.ts';
import { flatHours } from './flat-hours.ts';

const dayAndNight = (base: number) =>
  Array.from({ length: 24 }, (_, hour) =>
    Math.round(base * (1 + 0.8 * Math.cos(((hour - 19) / 24) * 2 * Math.PI))),
  );
const even = new Array<number>(24).fill(100);
const tallyOf = (partnerId: string, hours: number[]) =>
  exampleTally(partnerId, {}, { clicks: hours.reduce((sum, count) => sum + count, 0), hours });
const awake = Array.from({ length: 12 }, (_, index) => tallyOf(`h${index}`, dayAndNight(50 + index)));

describe('flatHours', () => {
  it('hits clicks that come day and night alike, where others sleep', () => {
    const signals = flatHours([...awake, tallyOf('robot', even)], FRAUD_POLICY_DEFAULTS);
    expect(signals.map(({ state }) => state)).toEqual([...awake.map(() => 'pass'), 'hit']);
    expect(signals.at(-1)?.value).toBeCloseTo(0, 9);
  });

  it('evaluates nothing where the whole programme is flat', () => {
    const flat = Array.from({ length: 12 }, (_, index) => tallyOf(`f${index}`, even));
    expect(flatHours(flat, FRAUD_POLICY_DEFAULTS).every(({ state }) => state === 'not_evaluated')).toBe(true);
  });
});
