import type { FraudPolicy } from '../fraud-policy.ts';
import type { PartnerCounts } from '../share-counts.ts';
import { wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import { type Tally, total } from '../tally.ts';

/** "Near zero": a fifth of the new customers of its type. */
const NEAR_ZERO_PART = 0.2;

/**
 * Hardly any new customers, against honest partners of the type.
 *
 * Where waiting baskets are known, only orders without one are counted: buyers with a basket are mostly
 * known already, and the same orders must not speak for two families.
 */
export function newCustomers(tallies: readonly Tally[], policy: FraudPolicy): ShareSignalResult[] {
  const conversions = tallies.reduce((sum, tally) => sum + total(tally, (sums) => sums.conversions), 0);
  const cartKnown = tallies.reduce((sum, tally) => sum + total(tally, (sums) => sums.cartKnown), 0);
  const withoutBaskets = cartKnown > conversions / 2;
  const counts = tallies.map(
    ({ partnerId, type, cells }): PartnerCounts => ({
      partnerId,
      type,
      cells: cells
        .filter(({ customerType }) => customerType !== '')
        .map(({ device, customerType, window, sums }) => {
          const n = withoutBaskets ? sums.cartKnown - sums.inCart : sums.conversions;
          return { device, customerType: '', window, k: customerType === 'returning' ? n : 0, n };
        })
        .filter(({ n }) => n > 0),
    }),
  );
  return shareSignals(
    counts,
    {
      name: 'returning_customers',
      family: 'new_to_file',
      rule: {
        ...wideShareRule(policy, policy.conversionsMin),
        shareThatMatters: (baseline) => 1 - NEAR_ZERO_PART * (1 - baseline),
      },
      counted: withoutBaskets
        ? 'conversions without a waiting basket are from customers already known'
        : 'conversions are from customers already known',
      missing: 'Whether customers are new is not known.',
    },
    policy.falseDiscoveryRate,
  );
}
