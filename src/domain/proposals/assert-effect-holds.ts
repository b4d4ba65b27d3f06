import type { Correction } from '../networks/correction.ts';
import { type ApplicationState, assertApplicationFits } from './assert-application-fits.ts';
import { assertCouponFits, type CouponState } from './assert-coupon-fits.ts';
import { assertLinesCurrent, type CurrentLine, linesAreBound } from './assert-lines.ts';
import { assertLockAhead } from './assert-lock-ahead.ts';
import { assertMailFits, type MailState } from './assert-mail-fits.ts';
import { assertPartnerFits, type PartnerState } from './assert-partner-fits.ts';
import { assertPlanCurrent } from './assert-plan-current.ts';
import { assertRateFits, type RateState } from './assert-rate-fits.ts';
import type { Effect } from './effect.ts';
import type { ProposalLine } from './lines.ts';
import { changed } from './stored-proposal.ts';

/** What the tables say now of whom and what an effect is about; null where it is about none, or there is none. */
export interface WorldFacts {
  /** The moment that these facts are of. */
  readonly asOf: Date;
  readonly partner: PartnerState | null;
  readonly mail: MailState | null;
  readonly rate: RateState | null;
  readonly application: ApplicationState | null;
  readonly coupon: CouponState | null;
}

/** What the tables say now about everything an effect rests on. */
export interface EffectFacts extends WorldFacts {
  readonly lines: readonly ProposalLine[];
  readonly currentLines: readonly CurrentLine[];
  /** The rows of a correction as they would be planned now; empty for every other effect. */
  readonly plan: readonly Correction[];
}

/**
 * Computes again what was computed when the effect was proposed.
 *
 * @throws {Refusal} `proposal_changed` when the proposal's own lines are not those it binds; `proposal_stale` or
 *   `partner_unknown` when the world has moved on.
 */
export function assertEffectHolds(proposalId: string, effect: Effect, facts: EffectFacts): void {
  assertWorldFits(effect, facts);
  if ('lines' in effect) {
    if (!linesAreBound(effect, facts.lines)) throw changed(proposalId);
    assertLinesCurrent(effect, facts.currentLines);
    if (effect.kind === 'commission.correct') assertPlanCurrent(effect, facts.plan);
  } else if (facts.lines.length > 0) {
    throw changed(proposalId);
  }
}

/**
 * The part that needs no lines, for a draft as well.
 *
 * @throws {Refusal} as `assertEffectHolds`.
 */
export function assertWorldFits(
  effect: Effect,
  { asOf, partner, mail, rate, application, coupon }: WorldFacts,
): void {
  assertPartnerFits(effect, partner);
  if ('mailId' in effect) assertMailFits(effect, mail);
  if ('applicationId' in effect) assertApplicationFits(effect, application);
  if ('caseId' in effect) assertCouponFits(effect, coupon);
  if (effect.kind === 'network.extend-lock') assertLockAhead(effect, asOf);
  if (effect.kind === 'commission.change') {
    assertRateFits(effect, rate ?? { rateBps: null, breakEvenBps: null });
  }
}
