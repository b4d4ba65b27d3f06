import { describe, expect, it } from 'vitest';
import { exampleTally } from '../example-tallies.ts';
import { FRAUD_POLICY_DEFAULTS } from '../fraud-policy.ts';
import { clicksPerOrder } from './clicks-per-order.ts';

const honest = Array.from({ length: 20 }, (_, index) =>
  exampleTally(`h${index}`, { conversions: 50 }, { clicks: 1_500 + 100 * index }),
);
const signalOf = (conversions: number, clicks: number | null) =>
  clicksPerOrder(
    [...honest, exampleTally('x', { conversions }, clicks === null ? null : { clicks })],
    FRAUD_POLICY_DEFAULTS,
  ).at(-1);

describe('clicksPerOrder', () => {
  it('hits far more clicks per order than the type, with or without orders', () => {
    expect(signalOf(50, 60_000)).toMatchObject({ state: 'hit', name: 'clicks_per_order' });
    expect(signalOf(0, 5_000)).toMatchObject({ state: 'hit', name: 'clicks_per_order' });
  });

  it('hits a conversion rate no advertisement reaches', () => {
    expect(signalOf(200, 220)).toMatchObject({ state: 'hit', name: 'conversion_rate_too_high' });
  });

  it('passes what lies among the others', () => {
    expect(signalOf(50, 3_200)?.state).toBe('pass');
  });

  it('does not judge on few clicks, or none', () => {
    expect(signalOf(2, 150)?.state).toBe('not_evaluated');
    expect(signalOf(50, null)?.state).toBe('not_evaluated');
  });

  it('has nothing to compare with among fewer than eight partners', () => {
    const few = clicksPerOrder(honest.slice(0, 7), FRAUD_POLICY_DEFAULTS);
    expect(few.every(({ state }) => state === 'not_evaluated')).toBe(true);
  });
});
