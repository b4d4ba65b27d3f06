import type { Effect } from '../proposals/effect.ts';
import type { ProposalLine } from '../proposals/lines.ts';
import type { Account, LedgerEntry } from './ledger-transaction.ts';

/** From which account to which the money of an effect goes; `null` for effects that move none. */
const MOVES: Readonly<Record<Effect['kind'], { readonly from: Account; readonly to: Account } | null>> = {
  'commission.hold': { from: 'payable', to: 'held' },
  'commission.clawback': { from: 'receivable', to: 'commission_cost' },
  // Booked when the return was reckoned; the network is only told.
  'commission.correct': null,
  'partner.block': null,
  'partner.warn': null,
  'mail.reply': null,
  'mail.hand-over': null,
  'commission.change': null,
  'partner.payout-details': null,
  'application.accept': null,
  'application.decline': null,
  'application.ask': null,
  'code.retire': null,
  'code.reissue': null,
  'commission.zero-non-owner': null,
  'site.blacklist': null,
  'partner.offboard': null,
  'network.extend-lock': null,
};

/** Two entries for each line of an effect: out of one account, into the other. Empty for effects that move nothing. */
export function entriesOf(effect: Effect, lines: readonly ProposalLine[]): LedgerEntry[] {
  const move = MOVES[effect.kind];
  const { partnerId } = effect;
  if (move === null || partnerId === null) return [];
  return lines.flatMap(({ network, conversionId, commissionMicros, currency }) => {
    const about = { partnerId, currency, network, conversionId };
    return [
      { ...about, account: move.from, amountMicros: -commissionMicros },
      { ...about, account: move.to, amountMicros: commissionMicros },
    ];
  });
}
