import { describe, expect, it } from 'vitest';
import { assertWithinCaps } from './assert-within-caps.ts';

const caps = { perPartnerPerDayMicros: '100', perDayMicros: '1000' };
const check = (micros: string, partnerMicros: bigint, allMicros: bigint) => () =>
  assertWithinCaps({ micros, currency: 'GBP' }, { partnerMicros, allMicros }, caps);

describe('assertWithinCaps', () => {
  it('lets a cap be reached, not passed', () => {
    expect(check('40', 60n, 960n)).not.toThrow();
    expect(check('41', 60n, 0n)).toThrow('cap_exceeded');
    expect(check('41', 0n, 960n)).toThrow('cap_exceeded');
  });

  it('counts a negative amount by its size', () => {
    expect(check('-41', 60n, 0n)).toThrow('cap_exceeded');
  });
});
