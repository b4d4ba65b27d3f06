import type { WorldFacts } from '../../../src/domain/proposals/assert-effect-holds.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';
import { applicationState } from '../applications/application-state.ts';
import { couponState } from '../coupons/coupon-state.ts';
import { mailState } from '../mail/mail-state.ts';
import { partnerState } from '../partners/partner-state.ts';
import { type RateTerms, rateState } from '../rates/rate-state.ts';

/**
 * How whom and what an effect is about stand now: its partner, its mail, its application, its leak, its rate.
 *
 * @param proposalId - the effect's own proposal; `null` before it exists.
 */
export async function worldFacts(
  db: Queryable,
  effect: Effect,
  proposalId: string | null,
  terms: RateTerms,
): Promise<WorldFacts> {
  const { partnerId } = effect;
  const subId = effect.kind === 'partner.block' ? effect.subId : null;
  return {
    asOf: terms.asOf,
    partner: partnerId === null ? null : await partnerState(db, partnerId, subId),
    mail: 'mailId' in effect ? await mailState(db, { mailId: effect.mailId, proposalId }) : null,
    application: 'applicationId' in effect ? await applicationState(db, effect, terms) : null,
    coupon: 'caseId' in effect ? await couponState(db, effect) : null,
    rate: effect.kind === 'commission.change' ? await rateState(db, effect, terms) : null,
  };
}
