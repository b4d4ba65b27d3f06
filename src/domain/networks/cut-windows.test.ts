import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWindows, windowsAround } from './cut-windows.ts';

const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });

describe('cutWindows', () => {
  it('covers the whole time once, in windows that are not too long', () => {
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 86_400, max: 45 * 86_400 }), (one, other, secondsMax) => {
        const [from, until] = one <= other ? [one, other] : [other, one];
        const windows = cutWindows({ from, until }, secondsMax);
        let at = from.getTime();
        for (const window of windows) {
          expect(window.from.getTime()).toBe(at);
          expect(window.until.getTime() - at).toBeGreaterThan(0);
          expect(window.until.getTime() - at).toBeLessThanOrEqual(secondsMax * 1_000);
          at = window.until.getTime();
        }
        expect(at).toBe(until.getTime());
      }),
    );
  });
});

describe('windowsAround', () => {
  it('holds every moment in one window, none too long, none overlapping', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), (moments) => {
        const windows = windowsAround(moments, { marginSeconds: 60, secondsMax: 86_400 });
        windows.forEach(({ from, until }, index) => {
          expect(until.getTime() - from.getTime()).toBeLessThanOrEqual(86_400_000);
          expect(from.getTime()).toBeGreaterThanOrEqual(windows[index - 1]?.until.getTime() ?? 0);
        });
        for (const at of moments) {
          expect(windows.filter(({ from, until }) => from <= at && at < until)).toHaveLength(1);
        }
      }),
    );
  });
});
