import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextMorning } from './next-morning.ts';

const ZONES = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland', 'Asia/Tokyo'];

describe('nextMorning', () => {
  it.each([
    ['2026-03-02T10:00:00Z', 'Europe/London', '2026-03-03T08:00:00.000Z'],
    ['2026-03-02T07:59:59Z', 'Europe/London', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T08:00:00Z', 'Europe/London', '2026-03-03T08:00:00.000Z'],
    // The clocks go forward in the night to 29 March 2026.
    ['2026-03-28T20:00:00Z', 'Europe/London', '2026-03-29T07:00:00.000Z'],
    ['2026-03-02T10:00:00Z', 'America/New_York', '2026-03-02T13:00:00.000Z'],
  ])('after %s in %s comes %s', (now, zone, morning) => {
    expect(nextMorning(new Date(now), zone).toISOString()).toBe(morning);
  });

  it('is always later, within 25 hours, and at eight there', () => {
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, timeZone) => {
        const morning = nextMorning(now, timeZone);
        const waitHours = (morning.getTime() - now.getTime()) / 3_600_000;
        expect(waitHours).toBeGreaterThan(0);
        expect(waitHours).toBeLessThanOrEqual(25);
        const there = morning.toLocaleTimeString('en-GB', { timeZone });
        expect(there).toBe('08:00:00');
      }),
    );
  });
});
