import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, demoCalendar, demoShiftWeeks, SOURCE_END_MS, SOURCE_START_MS } from './calendar.ts';

const loadDates = fc.date({
  min: new Date('2012-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('demoCalendar', () => {
  it('ends the demo the day before the load date, whatever its weekday', () => {
    fc.assert(
      fc.property(loadDates, (loadDate) => {
        const calendar = demoCalendar(loadDate);
        const loadDay = loadDate.toISOString().slice(0, 10);
        expect(calendar.toDemo(calendar.sourceCutMs)).toBe(`${loadDay}T00:00:00.000Z`);
        expect(Date.parse(loadDay) - Date.parse(calendar.lastDay)).toBe(DAY_MS);
      }),
    );
  });

  it('moves by whole weeks, so that every weekday and hour stays what it was', () => {
    fc.assert(
      fc.property(loadDates, fc.integer({ min: SOURCE_START_MS, max: SOURCE_END_MS }), (loadDate, ms) => {
        const [source, demo] = [new Date(ms), new Date(demoCalendar(loadDate).toDemo(ms))];
        expect(demo.getUTCDay()).toBe(source.getUTCDay());
        expect(demo.toISOString().slice(10)).toBe(source.toISOString().slice(10));
      }),
    );
  });

  it('drops less than a week of the extract', () => {
    fc.assert(
      fc.property(loadDates, (loadDate) => {
        const droppedMs = SOURCE_END_MS - demoCalendar(loadDate).sourceCutMs;
        expect(droppedMs).toBeGreaterThanOrEqual(0);
        expect(droppedMs).toBeLessThan(7 * DAY_MS);
      }),
    );
  });

  it('does not move for a load on the day after the extract ends', () => {
    expect(demoShiftWeeks(new Date('2011-12-09T15:00:00Z'))).toBe(0);
    expect(demoShiftWeeks(new Date('2011-12-10T00:00:00Z'))).toBe(1);
  });
});
