import type { Effect } from '../proposals/effect.ts';

/** The demo's network: it keeps receipts and moves nothing in the world. */
export const SANDBOX = 'sandbox';

/** A mail server of the user's. */
export const SMTP = 'smtp';

/**
 * Which system carries an effect out. Letters leave by SMTP where it is configured, corrections go to the networks whose
 * writers are; all else is simulated.
 *
 * @param networks - by the name that conversions carry.
 */
export function targetOf(
  effect: Effect,
  { smtp, networks = [] }: { readonly smtp: boolean; readonly networks?: readonly string[] },
): string {
  switch (effect.kind) {
    case 'mail.reply':
    case 'partner.payout-details':
    case 'partner.warn':
    case 'partner.offboard':
      return smtp ? SMTP : SANDBOX;
    case 'application.accept':
    case 'application.decline':
    case 'application.ask':
      // Without an address the decision stays inside.
      return smtp && effect.to !== null ? SMTP : SANDBOX;
    case 'commission.correct':
      return networks.includes(effect.network) ? effect.network : SANDBOX;
    case 'commission.hold':
    case 'commission.clawback':
    case 'commission.change':
    case 'partner.block':
    case 'mail.hand-over':
    case 'code.retire':
    case 'code.reissue':
    case 'commission.zero-non-owner':
    case 'site.blacklist':
    case 'network.extend-lock':
      return SANDBOX;
    default:
      return effect satisfies never;
  }
}
