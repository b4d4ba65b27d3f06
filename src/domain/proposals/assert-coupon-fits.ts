import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/** What the tables say now of the leak behind an effect. */
export interface CouponState {
  /** The case is about this code and shows this capture. */
  readonly isGrounded: boolean;
  /** The owner on file; null for a code of the house. */
  readonly ownerPartnerId: string | null;
  /** The code stands in the internal table. */
  readonly isCodeKnown: boolean;
  /** A decision has ended it already. */
  readonly isRetired: boolean;
  /** Nobody but its owner earns on it already. */
  readonly isZeroed: boolean;
  /** The wished new code is somebody's already. */
  readonly isNewCodeTaken: boolean;
  readonly isBlacklisted: boolean;
  /** Whose site it is by the source's entry or the partner's website; null for a stranger's. */
  readonly sitePartnerId: string | null;
  /** The order named exists, has the code, and was credited to the site's partner or came from the site. */
  readonly hasLedgerFact: boolean;
  /** Leaks by the effect's partner. */
  readonly leaks: number;
  readonly partnerStatus: string | null;
  readonly isKeyAccount: boolean;
}

export type CouponEffect = Extract<Effect, { caseId: string }>;

/**
 * The leak behind an effect once more: the case, an existing code, and for a blacklist an order that was credited.
 *
 * @param state - null when there is no such case.
 * @throws {Refusal} `proposal_stale` when the ground is gone, what is wished holds already, or it is one that must never be.
 */
export function assertCouponFits(effect: CouponEffect, state: CouponState | null): void {
  const { caseId, code, kind } = effect;
  const stale = (sentence: string): Refusal => new Refusal('proposal_stale', sentence, { caseId, code });
  if (state === null || !state.isGrounded) throw stale('There is no such leak of this code any more.');
  if (!state.isCodeKnown) throw stale('The code is not in the internal table any more.');
  switch (kind) {
    case 'code.retire':
      if (state.isRetired) throw stale('The code has been ended meanwhile.');
      assertOwner(effect.partnerId, state, stale);
      return;
    case 'code.reissue':
      if (state.isRetired) throw stale('The code has been ended meanwhile.');
      if (state.isNewCodeTaken) throw stale('The new code is taken.');
      assertOwner(effect.partnerId, state, stale);
      return;
    case 'commission.zero-non-owner':
      if (state.isZeroed) throw stale('Nobody but its owner earns on this code already.');
      assertOwner(effect.partnerId, state, stale);
      return;
    case 'site.blacklist':
      if (state.isBlacklisted) throw stale('The site is blacklisted already.');
      if (!state.hasLedgerFact) throw stale('No order with this code was credited to this site.');
      if (effect.partnerId !== state.sitePartnerId) throw stale('The site is not this partner’s.');
      if (state.ownerPartnerId !== null && state.ownerPartnerId === state.sitePartnerId) {
        throw stale('The site belongs to the owner of the code.');
      }
      return;
    case 'partner.offboard':
      if (state.isKeyAccount) throw stale('A Tier 1 partner is never offboarded by a proposal.');
      if (state.partnerStatus === 'offboarded') throw stale('The partner is offboarded already.');
      if (state.leaks < effect.leaks) throw stale('There are fewer leaks by this partner than it says.');
      return;
    default:
      effect satisfies never;
  }
}

function assertOwner(
  partnerId: string | null,
  { ownerPartnerId }: CouponState,
  stale: (sentence: string) => Refusal,
): void {
  if (partnerId !== ownerPartnerId) throw stale('The code belongs to somebody else by now.');
}
