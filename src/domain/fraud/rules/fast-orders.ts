import { conversionCounts } from '../cell-counts.ts';
import { type Discovery, discover } from '../discoveries.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import type { Signal } from '../fraud-scores.ts';
import { conversionShareRule } from '../share-rule.ts';
import { type ShareSignalRule, signalOf, weightedTests } from '../share-signal.ts';
import { type PartnerShareTest, type ShareRule, type ShareTest, testShares } from '../share-test.ts';
import type { Tally } from '../tally.ts';

/** The parts of the allowance for error: most goes to the client's own rule. */
const MINUTE_PART = 0.7;
const TEN_SECONDS_PART = 0.3;
const NO_CLICK_TIME =
  'The time from click to order is not known well enough: no click time, or a clock coarser than 5 s.';

export interface FastOrders {
  readonly signals: readonly Signal[];
  /** Test of orders under 60 s. */
  readonly minute: PartnerShareTest;
  readonly qValue: number | null;
  /** Tests that hit, of either threshold; empty when the partner passes. */
  readonly hits: readonly ShareTest[];
}

/**
 * The client's rule: click-to-order consistently under 60 s, with a second look at those under 10 s, where
 * honest orders hardly exist and weak thieves stand out. Both share one allowance for error.
 */
export function fastOrders(
  tallies: readonly Tally[],
  policy: FraudPolicy,
  windowsOfHistory: number,
): FastOrders[] {
  const rule = conversionShareRule(policy, windowsOfHistory);
  const minuteRule = signalRule('fast_orders', 'conversions came less than 60 s after the click', rule);
  const tenRule = signalRule(
    'orders_within_ten_seconds',
    'conversions came less than 10 s after the click',
    rule,
  );
  const minute = testShares(
    conversionCounts(tallies, (sums) => ({ k: sums.fast, n: sums.timed - sums.notAfterClick })),
    { ...rule, fallbackShare: policy.baselineFastShare },
  );
  const ten = testShares(
    conversionCounts(tallies, (sums) => ({ k: sums.underTenSeconds, n: sums.timed - sums.notAfterClick })),
    { ...rule, fallbackShare: policy.baselineFastShare / 6 },
  );
  const discoveries = discover(
    minute.map((result, index) => {
      const second = ten[index];
      return [
        ...weightedTests(result, MINUTE_PART),
        ...(second?.pooled ? [{ test: second.pooled, part: TEN_SECONDS_PART }] : []),
      ];
    }),
    Math.max(policy.falseDiscoveryRate, policy.watchFalseDiscoveryRate),
  );
  return minute.map((result, index) => {
    const { qValue, hits } = discoveries[index] ?? { qValue: null, hits: [] };
    const second = ten[index] ?? result;
    const ofTen = { qValue, hits: hits.filter((hit) => hit === second.pooled) };
    const ofMinute: Discovery = { qValue, hits: hits.filter((hit) => hit !== second.pooled) };
    return {
      minute: result,
      qValue,
      hits,
      signals: [signalOf(minuteRule, result, ofMinute), signalOf(tenRule, second, ofTen)],
    };
  });
}

function signalRule(name: string, counted: string, rule: ShareRule): ShareSignalRule {
  return { name, family: 'timing', rule, counted, missing: NO_CLICK_TIME };
}
