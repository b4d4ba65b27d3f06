import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomialLogPmf, betaBinomialUpperTail } from './beta-binomial.ts';

describe('betaBinomialLogPmf', () => {
  it('is even over all counts when the share is uniform', () => {
    for (let k = 0; k <= 9; k += 1) expect(Math.exp(betaBinomialLogPmf(k, 9, 0.5, 2))).toBeCloseTo(0.1, 12);
  });

  it('gives the closed form of Beta(2, 3) with four trials', () => {
    // B(2 + 1, 3 + 3) / B(2, 3) × 4 = (2! 5! / 8!) × 12 × 4 = 2 / 7
    expect(Math.exp(betaBinomialLogPmf(1, 4, 0.4, 5))).toBeCloseTo(2 / 7, 12);
  });
});

describe('betaBinomialUpperTail', () => {
  it('sums the probabilities from k upwards', () => {
    const direct = [7, 8, 9, 10].reduce((sum, k) => sum + Math.exp(betaBinomialLogPmf(k, 10, 0.3, 12)), 0);
    expect(betaBinomialUpperTail(7, 10, 0.3, 12)).toBeCloseTo(direct, 12);
  });

  it('nears the binomial when partners hardly differ', () => {
    expect(betaBinomialUpperTail(2, 2, 0.1, 1e9)).toBeCloseTo(0.01, 6);
  });

  it('stays within [0, 1] and falls as k rises', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.double({ min: 0.001, max: 0.98, noNaN: true }),
        fc.double({ min: 1, max: 2_000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, mean, weight, part) => {
          const k = Math.floor(part * (n - 1));
          const [here, next] = [
            betaBinomialUpperTail(k, n, mean, weight),
            betaBinomialUpperTail(k + 1, n, mean, weight),
          ];
          expect(here).toBeLessThanOrEqual(1);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThanOrEqual(here + 1e-9);
        },
      ),
    );
  });
});
