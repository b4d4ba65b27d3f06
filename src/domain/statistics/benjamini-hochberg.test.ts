import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

describe('benjaminiHochberg', () => {
  it('gives the worked example of the method', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.005]).map((q) => Number(q.toFixed(4)))).toEqual([
      0.02, 0.04, 0.04, 0.02,
    ]);
  });

  it('never falls below p, never passes 1, and keeps the order of the p-values', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const qValues = benjaminiHochberg(values);
        for (const [i, q] of qValues.entries()) {
          expect(q).toBeGreaterThanOrEqual(values[i] ?? 0);
          expect(q).toBeLessThanOrEqual(1);
          for (const [j, other] of qValues.entries()) {
            if ((values[i] ?? 0) < (values[j] ?? 0)) expect(q).toBeLessThanOrEqual(other);
          }
        }
      }),
    );
  });

  it('rises for everybody when one p-value rises', () => {
    fc.assert(
      fc.property(pValues, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (values, at, raise) => {
        fc.pre(values.length > 0);
        const index = at % values.length;
        const raised = values.map((p, i) => (i === index ? Math.max(p, raise) : p));
        const before = benjaminiHochberg(values);
        for (const [i, q] of benjaminiHochberg(raised).entries())
          expect(q).toBeGreaterThanOrEqual((before[i] ?? 0) - 1e-12);
      }),
    );
  });
});
