import type { FraudPolicy } from '../fraud-policy.ts';
import type { Signal } from '../fraud-scores.ts';
import { percent } from '../share-signal.ts';
import type { Tally } from '../tally.ts';
import { typedSpread } from '../typed-spread.ts';

/** Orders needed to teach what a type's clicks per order are, and expected orders needed to be judged. */
const TEACHING_ORDERS = 10;
const EXPECTED_ORDERS_MIN = 10;
/** Partners of one type never agree better than this on the logarithm of clicks per order. */
const SPREAD_MIN = 0.25;

/**
 * Far more clicks per order than the partner's type: clicks nobody made. Or far fewer, with a conversion
 * rate no advertisement reaches: clicks placed where an order was coming anyway.
 *
 * Robust z of ln(clicks ÷ orders); the noise of few orders is added under what the type leads one to
 * expect, so a partner with ten thousand clicks and no order at all is judged too.
 */
export function clicksPerOrder(tallies: readonly Tally[], policy: FraudPolicy): Signal[] {
  const frequent = tallies.filter(({ clicks }) => clicks !== null && clicks.clicks >= policy.clicksMin / 4);
  const typical = typedSpread(
    frequent
      .filter(({ conversionsWithClickDays }) => conversionsWithClickDays >= TEACHING_ORDERS)
      .map((tally) => ({ type: tally.type, value: logClicksPerOrder(tally) })),
    policy.stratumPartnersMin,
  );
  return tallies.map((tally) => {
    const spread = typical(tally.type);
    const clicks = tally.clicks?.clicks ?? 0;
    const orders = tally.conversionsWithClickDays;
    const expected = spread ? clicks * Math.exp(-spread.centre) : 0;
    const enough = clicks >= policy.clicksMin || orders >= policy.conversionsMin;
    if (!spread || clicks === 0 || !enough || Math.max(expected, orders) < EXPECTED_ORDERS_MIN) {
      return notEvaluated(clicks);
    }
    const sd = Math.sqrt(Math.max(SPREAD_MIN, spread.spread) ** 2 + 1 / Math.max(expected, 1));
    const z = (logClicksPerOrder(tally) - spread.centre) / sd;
    const rate = orders / clicks;
    const many = z >= policy.clicksPerConversionZ;
    const few = z <= -policy.clicksPerConversionZ && rate >= policy.conversionRateHigh;
    return {
      name: few ? 'conversion_rate_too_high' : 'clicks_per_order',
      family: 'volume',
      value: z,
      baseline: 0,
      interval: null,
      qValue: null,
      state: many || few ? 'hit' : 'pass',
      sentence: `${clicks} clicks brought ${orders} orders (${percent(rate)}), where partners of this type bring ${percent(Math.exp(-spread.centre))}; robust z ${z.toFixed(1)}.`,
    };
  });
}

function logClicksPerOrder({ clicks, conversionsWithClickDays }: Tally): number {
  return Math.log((clicks?.clicks ?? 0) + 0.5) - Math.log(conversionsWithClickDays + 0.5);
}

function notEvaluated(clicks: number): Signal {
  const sentence =
    clicks === 0
      ? 'No clicks of this partner are recorded.'
      : 'Too few clicks, or too few partners of this type, to compare clicks per order.';
  return {
    name: 'clicks_per_order',
    family: 'volume',
    value: null,
    baseline: null,
    interval: null,
    qValue: null,
    state: 'not_evaluated',
    sentence,
  };
}
