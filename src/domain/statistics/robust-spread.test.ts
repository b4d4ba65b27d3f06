import { describe, expect, it } from 'vitest';
import { median, robustSpread } from './robust-spread.ts';

describe('median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });

  it('is null of nothing', () => {
    expect(median([])).toBeNull();
  });
});

describe('robustSpread', () => {
  it('does not move when a value runs away', () => {
    const calm = robustSpread([1, 2, 3, 4, 5]);
    expect(robustSpread([1, 2, 3, 4, 5_000])).toEqual(calm);
    expect(calm).toEqual({ centre: 3, spread: 1.4826 });
  });
});
