import { PgBoss } from 'pg-boss';
import { describe, expect, it } from 'vitest';
import { dueMoment } from './due-moment.ts';

const reader = new PgBoss({ schedule: false, supervise: false });
const due = (cron: string, now: string, timeZone = 'UTC') =>
  dueMoment(reader, { cron, timeZone }, new Date(now))?.toISOString() ?? null;

describe('dueMoment', () => {
  it.each([
    ['this very moment', '0 6 * * *', '2026-03-10T06:00:00.000Z', '2026-03-10T06:00:00.000Z'],
    ['a moment ago', '* * * * *', '2026-03-10T06:00:30.000Z', '2026-03-10T06:00:00.000Z'],
    ['hours ago', '0 6 * * *', '2026-03-10T23:00:00.000Z', '2026-03-10T06:00:00.000Z'],
    ['the last of many', '* 3 * * *', '2026-03-10T05:00:00.000Z', '2026-03-10T03:59:00.000Z'],
    ['last month', '0 6 1 * *', '2026-03-31T23:00:00.000Z', '2026-03-01T06:00:00.000Z'],
    ['the last leap day', '0 6 29 2 *', '2027-03-01T00:00:00.000Z', '2024-02-29T06:00:00.000Z'],
  ])('finds %s', (_name, cron, now, moment) => {
    expect(due(cron, now)).toBe(moment);
  });

  it("reads the expression in the schedule's time zone, across a change of clocks", () => {
    expect(due('0 6 * * *', '2026-03-28T12:00:00.000Z', 'Europe/London')).toBe('2026-03-28T06:00:00.000Z');
    expect(due('0 6 * * *', '2026-03-29T12:00:00.000Z', 'Europe/London')).toBe('2026-03-29T05:00:00.000Z');
  });

  it('finds nothing where no day fits', () => {
    expect(() => due('0 6 31 2 *', '2026-03-10T00:00:00.000Z')).toThrow();
  });
});
