import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import { wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import type { Tally } from '../tally.ts';

/** Several orders of one buyer, or from one address, on one day: a partner that shops through its own links. */
export function repeatBuyers(tallies: readonly Tally[], policy: FraudPolicy): ShareSignalResult[][] {
  const rule = wideShareRule(policy, policy.conversionsMin);
  return [
    shareSignals(
      conversionCounts(tallies, (sums) => ({ k: sums.buyerRepeats, n: sums.buyerKnown })),
      {
        name: 'repeat_buyers',
        family: 'identity',
        rule,
        counted: 'conversions are a further order of the same buyer on the same day',
        missing: 'Buyers are not known: no customer or visitor identifiers.',
      },
      policy.falseDiscoveryRate,
    ),
    shareSignals(
      conversionCounts(tallies, (sums) => ({ k: sums.addressRepeats, n: sums.addressKnown })),
      {
        name: 'repeat_addresses',
        family: 'identity',
        rule,
        counted: 'conversions come from an address that already ordered the same day',
        missing: 'Addresses are not known: clicks carry no IP hash.',
      },
      policy.falseDiscoveryRate,
    ),
  ];
}
