import { describe, expect, it } from 'vitest';
import { readCount } from './read-count.ts';

describe('readCount', () => {
  it.each([
    ['12000', 12_000],
    ['12,000', 12_000],
    ['120.000', 120_000],
    ['1 200 000', 1_200_000],
    ['12.5k', 12_500],
    ['1,2 Mio', 1_200_000],
    ['150 mil', 150_000],
    ['3.5M', 3_500_000],
    ['-5', -5],
    ['5万', 50_000],
  ])('reads %s', (written, count) => {
    expect(readCount(written)).toBe(count);
  });

  it.each(['NaN', 'many', '12 apples', '', '1-2'])('takes "%s" for no figure', (written) => {
    expect(readCount(written)).toBeNull();
  });
});
