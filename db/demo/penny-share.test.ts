import { describe, expect, it } from 'vitest';
import { pennyShare } from './penny-share.ts';

describe('pennyShare', () => {
  it('rounds half a penny up and less than half down', () => {
    expect(pennyShare(1_500_000n, 100n)).toBe(20_000n);
    expect(pennyShare(1_490_000n, 100n)).toBe(10_000n);
  });

  it('takes all of an amount in whole pence at 10,000 basis points', () => {
    expect(pennyShare(12_340_000n, 10_000n)).toBe(12_340_000n);
  });
});
