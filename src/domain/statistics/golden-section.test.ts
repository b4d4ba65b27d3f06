import { describe, expect, it } from 'vitest';
import { goldenSectionMax } from './golden-section.ts';

describe('goldenSectionMax', () => {
  it('finds the peak to the width its evaluations allow', () => {
    expect(goldenSectionMax((x) => -((x - 1.3) ** 2), 0, 5, 30)).toBeCloseTo(1.3, 5);
  });

  it('stays at the end of the bracket when the function only rises', () => {
    expect(goldenSectionMax((x) => x, 0, 1, 40)).toBeCloseTo(1, 6);
  });
});
