import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import { conversionShareRule, wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import type { Tally } from '../tally.ts';

/**
 * Orders whose visitor already had a basket or checkout in the half hour before the click: the sale was on
 * its way. Tested like fast orders, within the partner's type, since cashback and coupon visitors come back
 * to their basket by nature.
 */
export function waitingBaskets(
  tallies: readonly Tally[],
  policy: FraudPolicy,
  windowsOfHistory: number,
): ShareSignalResult[] {
  const { windows } = conversionShareRule(policy, windowsOfHistory);
  const results = shareSignals(
    conversionCounts(tallies, (sums) => ({ k: sums.inCart, n: sums.cartKnown })),
    {
      name: 'waiting_baskets',
      family: 'in_cart',
      rule: { ...wideShareRule(policy, policy.conversionsMin), windows },
      counted: 'conversions came from a visitor whose basket was already waiting',
      missing: 'Whether a basket was waiting is not known: no site events or no visitor identifiers.',
    },
    Math.max(policy.falseDiscoveryRate, policy.watchFalseDiscoveryRate),
  );
  return results.map((result, index) => {
    const tally = tallies[index];
    const exempt =
      tally !== undefined &&
      (policy.inCartExemptTypes.includes(tally.type) ||
        policy.inCartExemptPartnerIds.includes(tally.partnerId));
    if (!exempt) return result;
    const sentence = 'Exempt from the waiting-basket rule by policy.';
    return {
      ...result,
      discovery: { qValue: null, hits: [] },
      signal: { ...result.signal, qValue: null, state: 'not_evaluated', sentence },
    };
  });
}
