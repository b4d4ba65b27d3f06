import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rateStart } from './rate-start.ts';

it('starts at a midnight after the proposal’s life, and within a day of its end', () => {
  const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 2_160 }), (now, hours) => {
      const start = new Date(rateStart(now, hours));
      const afterEnd = start.getTime() - now.getTime() - hours * 3_600_000;
      expect(start.toISOString()).toMatch(/T00:00:00\.000Z$/);
      expect(afterEnd).toBeGreaterThan(0);
      expect(afterEnd).toBeLessThanOrEqual(86_400_000);
    }),
  );
});
