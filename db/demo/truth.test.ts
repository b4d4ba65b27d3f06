import { describe, expect, it } from 'vitest';
import { DAY_MS, demoCalendar } from './calendar.ts';
import { simulate } from './simulate.ts';
import { readRetailSource } from './source.ts';
import truth from './truth.json' with { type: 'json' };
import { demoTruth } from './truth.ts';

const simulation = simulate(readRetailSource());
const planted = Object.values(demoTruth().planted);
const enough = planted.filter(({ thin }) => !thin);
const WEEKDAYS = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 4, 11 + day)));

describe('truth.json', () => {
  it('is what the generator plants', () => {
    expect(truth).toEqual(demoTruth());
  });

  it('plants 26 partners with three families, 14 with two, 10 with one and three too thin to tell', () => {
    const withFamilies = (count: number) => enough.filter(({ families }) => families.length === count).length;
    expect([3, 2, 1].map(withFamilies)).toEqual([26, 14, 10]);
    expect(planted.length - enough.length).toBe(3);
  });

  it('leaves at least 85 % of the partners honest', () => {
    const { cast } = simulation;
    expect(planted.length / cast.length).toBeLessThanOrEqual(0.15);
    expect(cast).toHaveLength(400);
  });

  it('gives each planted partner at least twenty orders in the last ninety days of any load date', () => {
    const { placed } = simulation;
    for (const loadDate of WEEKDAYS) {
      const untilMs = demoCalendar(loadDate).sourceCutMs;
      const counts = new Map<string, number>();
      for (const { journey } of placed) {
        if (!journey.credit || journey.orderedMs >= untilMs || journey.orderedMs < untilMs - 90 * DAY_MS)
          continue;
        const { partnerId } = journey.credit.member;
        counts.set(partnerId, (counts.get(partnerId) ?? 0) + 1);
      }
      for (const [partnerId, { thin }] of Object.entries(demoTruth().planted)) {
        const count = counts.get(partnerId) ?? 0;
        expect(thin ? count < 20 : count >= 20, `${partnerId}: ${count}`).toBe(true);
      }
    }
  });
});
