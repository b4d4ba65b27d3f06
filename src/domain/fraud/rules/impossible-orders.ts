import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import { wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import type { Tally } from '../tally.ts';

/** Orders that are not after their click: a false click sent with, or after, the order. */
export function impossibleOrders(tallies: readonly Tally[], policy: FraudPolicy): ShareSignalResult[] {
  return shareSignals(
    conversionCounts(tallies, (sums) => ({ k: sums.notAfterClick, n: sums.timed })),
    {
      name: 'orders_not_after_click',
      family: 'timing',
      rule: wideShareRule(policy, policy.conversionsMin),
      counted: 'conversions are not later than their click',
      missing: 'The time from click to order is not known.',
    },
    policy.falseDiscoveryRate,
  );
}
