import { describe, expect, it } from 'vitest';
import { commissionAtRisk } from './commission-at-risk.ts';
import { exampleConversions } from './example-sketches.ts';

const pounds = exampleConversions({
  commissionMicros: 100n,
  fastCommissionMicros: 30n,
  inCartCommissionMicros: 40n,
  fastOrInCartCommissionMicros: 60n,
  othersCodeCommissionMicros: 70n,
});
const euros = exampleConversions({ currency: 'EUR', commissionMicros: 500n });

describe('commissionAtRisk', () => {
  it('takes the orders that show the sign, each once', () => {
    expect(commissionAtRisk([pounds], ['timing'])).toEqual([{ micros: '30', currency: 'GBP' }]);
    expect(commissionAtRisk([pounds], ['in_cart'])).toEqual([{ micros: '40', currency: 'GBP' }]);
    expect(commissionAtRisk([pounds], ['timing', 'in_cart'])).toEqual([{ micros: '60', currency: 'GBP' }]);
  });

  it('takes all orders where the traffic itself is in doubt, and never more than all', () => {
    expect(commissionAtRisk([pounds], ['volume'])).toEqual([{ micros: '100', currency: 'GBP' }]);
    expect(commissionAtRisk([pounds], ['timing', 'in_cart', 'code_abuse'])).toEqual([
      { micros: '100', currency: 'GBP' },
    ]);
  });

  it('keeps currencies apart, the largest amount first', () => {
    expect(commissionAtRisk([euros, pounds], ['timing'])).toEqual([
      { micros: '30', currency: 'GBP' },
      { micros: '0', currency: 'EUR' },
    ]);
  });

  it('is zero without a family', () => {
    expect(commissionAtRisk([pounds], [])).toEqual([{ micros: '0', currency: 'GBP' }]);
  });
});
