import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import { conversionShareRule, wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import { type Tally, total } from '../tally.ts';

/** Orders with a code that belongs to another partner. */
export function othersCodes(
  tallies: readonly Tally[],
  policy: FraudPolicy,
  windowsOfHistory: number,
): ShareSignalResult[] {
  const { windows } = conversionShareRule(policy, windowsOfHistory);
  const inUse = tallies.some((tally) => total(tally, (sums) => sums.ownCode + sums.othersCode) > 0);
  return shareSignals(
    conversionCounts(tallies, (sums) => ({ k: sums.othersCode, n: inUse ? sums.conversions : 0 })),
    {
      name: 'others_codes',
      family: 'code_abuse',
      rule: { ...wideShareRule(policy, policy.conversionsMin), windows },
      counted: 'conversions used a code that belongs to another partner',
      missing: 'No conversion of this programme carries a code with an owner.',
    },
    policy.falseDiscoveryRate,
  );
}
