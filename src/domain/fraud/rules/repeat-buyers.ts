import { conversionCounts } from '../cell-counts.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import type { PartnerCounts } from '../share-counts.ts';
import { wideShareRule } from '../share-rule.ts';
import { type ShareSignalResult, shareSignals } from '../share-signal.ts';
import type { Tally } from '../tally.ts';

/** The same buyers again and again, or one address several times a day: a partner that shops through its own links. */
export function repeatBuyers(tallies: readonly Tally[], policy: FraudPolicy): ShareSignalResult[][] {
  const rule = wideShareRule(policy, policy.conversionsMin);
  const overHistory = tallies.some(({ buyers }) => buyers !== null);
  return [
    shareSignals(
      overHistory ? buyerCounts(tallies) : sameDayBuyerCounts(tallies),
      {
        name: 'repeat_buyers',
        family: 'identity',
        rule,
        counted: overHistory
          ? 'conversions are a further order of a buyer the partner already brought'
          : 'conversions are a further order of the same buyer on the same day',
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

function buyerCounts(tallies: readonly Tally[]): PartnerCounts[] {
  return tallies.map(({ partnerId, type, buyers }) => {
    const { known, distinct } = buyers ?? { known: 0, distinct: 0 };
    const cell = { device: '', customerType: '', window: 0, k: known - distinct, n: known };
    return { partnerId, type, cells: known > 0 ? [cell] : [] };
  });
}

function sameDayBuyerCounts(tallies: readonly Tally[]): PartnerCounts[] {
  return conversionCounts(tallies, (sums) => ({ k: sums.buyerRepeats, n: sums.buyerKnown }));
}
