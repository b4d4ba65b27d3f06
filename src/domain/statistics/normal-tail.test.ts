import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail, normalUpperTail } from './normal-tail.ts';

describe('normalUpperTail', () => {
  it('gives the table’s values, far out too', () => {
    expect(normalUpperTail(0)).toBe(0.5);
    expect(normalUpperTail(1.959964)).toBeCloseTo(0.025, 6);
    expect(normalUpperTail(8) / 6.22096e-16).toBeCloseTo(1, 4);
  });
});

describe('chiSquareUpperTail', () => {
  it('comes within a few per cent of the table', () => {
    expect(chiSquareUpperTail(24.996, 15) / 0.05).toBeCloseTo(1, 1);
    expect(chiSquareUpperTail(37.697, 15) / 0.001).toBeCloseTo(1, 1);
  });

  it('is 1 at zero', () => {
    expect(chiSquareUpperTail(0, 15)).toBe(1);
  });
});
