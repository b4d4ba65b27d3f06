import { describe, expect, it } from 'vitest';
import { fitContaminationMixture, type ShareCount, shiftedShare } from './contamination-mixture.ts';

const LIMITS = { weightMin: 20, weightMax: 2_000, contaminationMax: 0.4 };

/** Evenly spaced quantiles of honest partners around `mean`, no chance involved. */
function honestPartners(count: number, mean: number): ShareCount[] {
  return Array.from({ length: count }, (_, index) => {
    const share = mean * (0.5 + index / count);
    return { k: Math.round(400 * share), n: 400, expected: mean };
  });
}

describe('fitContaminationMixture', () => {
  it('keeps thieves out of the honest mean', () => {
    const thieves = Array.from({ length: 12 }, () => ({ k: 160, n: 400, expected: 0.03 }));
    const fit = fitContaminationMixture([...honestPartners(100, 0.03), ...thieves], LIMITS);
    expect(shiftedShare(0.03, fit.logOddsShift)).toBeLessThan(0.033);
    expect(fit.honest.slice(0, 100).every((probability) => probability > 0.5)).toBe(true);
    expect(fit.honest.slice(100).every((probability) => probability < 0.01)).toBe(true);
    expect(fit.contamination).toBeGreaterThan(0.08);
    expect(fit.contamination).toBeLessThan(0.14);
  });

  it('finds no contamination among partners that are alike', () => {
    expect(fitContaminationMixture(honestPartners(100, 0.03), LIMITS).contamination).toBeLessThan(0.01);
  });

  it('keeps a + b within its bounds', () => {
    const alike = Array.from({ length: 50 }, () => ({ k: 12, n: 400, expected: 0.03 }));
    expect(fitContaminationMixture(alike, LIMITS).weight).toBeLessThanOrEqual(2_000);
    const wild = honestPartners(50, 0.03).map((count, index) => ({ ...count, k: index % 2 ? 0 : 24 }));
    expect(fitContaminationMixture(wild, LIMITS).weight).toBeGreaterThanOrEqual(20);
  });

  it('learns how far the group as a whole lies from what was expected', () => {
    const fit = fitContaminationMixture(
      honestPartners(100, 0.06).map((count) => ({ ...count, expected: 0.03 })),
      LIMITS,
    );
    expect(shiftedShare(0.03, fit.logOddsShift)).toBeCloseTo(0.06, 2);
  });
});
