import type { MoneyJson } from '../money/micros.ts';
import type { Effect } from './effect.ts';

/** What an effect moves, or `null` when it moves nothing: what the caps count, and what the ledger books. */
export function effectMoney(effect: Effect): MoneyJson | null {
  switch (effect.kind) {
    case 'commission.hold':
    case 'commission.clawback':
    case 'commission.correct':
      return effect.money;
    case 'partner.block':
    case 'partner.warn':
    case 'mail.reply':
    case 'mail.hand-over':
    case 'commission.change':
    case 'partner.payout-details':
    case 'application.accept':
    case 'application.decline':
    case 'application.ask':
    case 'code.retire':
    case 'code.reissue':
    case 'commission.zero-non-owner':
    case 'site.blacklist':
    case 'partner.offboard':
    case 'network.extend-lock':
      return null;
    default:
      return effect satisfies never;
  }
}
