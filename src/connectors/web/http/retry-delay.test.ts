import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEB_POLICY_DEFAULTS } from '../../../domain/web/web-policy.ts';
import { retryDelayMs } from './retry-delay.ts';

const now = new Date('2026-11-23T08:00:00Z');
const delayOf = (retryAfter: string, status = 503): number | null =>
  retryDelayMs({ status, retryAfter }, { attempts: 1, chance: 0, now }, WEB_POLICY_DEFAULTS);

describe('retryDelayMs', () => {
  it('waits as long as the site asks, in seconds or until a moment', () => {
    expect(delayOf('7')).toBe(7_000);
    expect(delayOf('Mon, 23 Nov 2026 08:00:12 GMT')).toBe(12_000);
    expect(delayOf('Mon, 23 Nov 2026 07:00:00 GMT')).toBe(500);
    expect(delayOf('in a while')).toBe(500);
  });

  it('gives up when the site wants more than we wait, and for what another try would not change', () => {
    expect(delayOf('31')).toBeNull();
    for (const status of [200, 301, 400, 401, 403, 404, 410, 501]) expect(delayOf('', status)).toBeNull();
  });

  it('tries as often as the policy says and never waits beyond its bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.string(),
        (attempts, chance, retryAfter) => {
          const delay = retryDelayMs(
            { status: 429, retryAfter },
            { attempts, chance, now },
            WEB_POLICY_DEFAULTS,
          );
          if (attempts > WEB_POLICY_DEFAULTS.retriesMax) expect(delay).toBeNull();
          else if (delay !== null) {
            expect(delay).toBeGreaterThanOrEqual(500);
            expect(delay).toBeLessThanOrEqual(WEB_POLICY_DEFAULTS.retryAfterMaxMs);
          }
        },
      ),
    );
  });
});
