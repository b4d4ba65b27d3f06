import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/** What the tables say of an effect's partner now. */
export interface PartnerState {
  readonly status: string;
  /** Answered in person only. */
  readonly keyAccount: boolean;
  /** A block of the same partner and sub-ID that was not lifted. */
  readonly isBlocked: boolean;
}

/**
 * The effect's partner once more: REF is a row found by our own look-up.
 *
 * @param state - `null` when no partner has that id.
 * @throws {Refusal} `partner_unknown`; `proposal_stale` when a block would block what is blocked already, or a partner
 *   that the manager answers in person would get automatic mail.
 */
export function assertPartnerFits(effect: Effect, state: PartnerState | null): void {
  const { partnerId } = effect;
  if (partnerId === null) return;
  if (state === null)
    throw new Refusal('partner_unknown', `No partner is called ${partnerId}.`, { partnerId });
  if (effect.kind === 'partner.block' && state.isBlocked) {
    throw new Refusal('proposal_stale', `${partnerId} is already blocked.`, { partnerId });
  }
  if (effect.kind === 'mail.reply' && effect.automatic && state.keyAccount) {
    throw new Refusal('proposal_stale', 'This partner gets no automatic mail.', { partnerId });
  }
}
