import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import { wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import type { Tally } from '../tally.ts';
import { DAILY_TAIL_BINS } from '../ttc-bins.ts';

/**
 * Orders a day or more after the click. A planted cookie waits for an order that would have come anyway, so
 * its orders spread over the whole life of the cookie instead of following the click.
 */
export function lateOrders(tallies: readonly Tally[], policy: FraudPolicy): ShareSignalResult[] {
  const [firstDay] = DAILY_TAIL_BINS;
  return shareSignals(
    conversionCounts(tallies, ({ ttcHistogram, timed, notAfterClick }) => ({
      k: ttcHistogram.slice(firstDay).reduce((sum, count) => sum + count, 0),
      n: timed - notAfterClick,
    })),
    {
      name: 'late_orders',
      family: 'volume',
      rule: wideShareRule(policy, policy.conversionsMin),
      counted: 'conversions came a day or more after the click',
      missing: 'The time from click to order is not known well enough.',
    },
    policy.falseDiscoveryRate,
  );
}
