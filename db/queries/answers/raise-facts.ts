import type { RaiseFacts } from '../../../src/domain/answers/answer-facts.ts';
import { breakEven } from '../../../src/domain/economics/break-even.ts';
import type { EconomicsPolicy } from '../../../src/domain/economics/economics-policy.ts';
import { raiseWithin } from '../../../src/domain/economics/raise-within.ts';
import type { Queryable } from '../../client.ts';
import { currentRateBps } from './current-rate.ts';
import { keptShare } from './kept-share.ts';
import { orderMargin } from './order-margin.ts';

export interface RaiseQuestion {
  readonly partner: { readonly partnerId: string; readonly network: string; readonly type: string };
  /** What the mail asks for; can only lower the offer. Null when it names none, or nobody asked. */
  readonly askedBps: number | null;
  readonly asOf: Date;
  /** ISO 4217; orders in other currencies are left out, never converted here. */
  readonly currency: string;
  readonly policy: EconomicsPolicy;
}

export interface RaiseAnswer extends RaiseFacts {
  /** Contribution margin before commission, basis points of kept value; null when it cannot be computed. */
  readonly marginBps: number | null;
  readonly keptBps: number | null;
  readonly orders: number;
  readonly ordersWithoutCosts: number;
  /** A prior by the partner's type, since nothing has been measured. */
  readonly incrementalityBps: number;
}

/** Below this many tracked orders the programme's own kept share stands in for the partner's. */
const CONVERSIONS_FOR_OWN_SHARE = 50;

/**
 * Which commission rate one partner's own orders bear: margin, break-even and what may be offered.
 *
 * @returns null when no rate is on record, so that there is nothing to raise.
 */
export async function raiseFacts(db: Queryable, question: RaiseQuestion): Promise<RaiseAnswer | null> {
  const { partner, askedBps, asOf, currency, policy } = question;
  const { partnerId, network } = partner;
  const currentBps = await currentRateBps(db, partnerId, asOf);
  if (currentBps === null) return null;

  const margin = await orderMargin(db, { partnerId, currency, asOf, windowDays: policy.windowDays });
  const { returnWindowDays } = policy;
  const own = await keptShare(db, { partnerId, currency, asOf, returnWindowDays });
  const isOwn = own.conversions >= CONVERSIONS_FOR_OWN_SHARE;
  const kept = isOwn ? own : await keptShare(db, { partnerId: null, currency, asOf, returnWindowDays });
  const incrementalityBps =
    policy.incrementalityPriorBps[partner.type] ?? policy.incrementalityPriorBps.other ?? 0;
  const basis = {
    network,
    currentBps,
    askedBps,
    keptBps: kept.keptBps,
    orders: margin.orders,
    ordersWithoutCosts: margin.ordersWithoutCosts,
    incrementalityBps,
  };
  const unknown = (why: string): RaiseAnswer => ({
    ...basis,
    marginBps: null,
    breakEvenBps: null,
    offeredBps: null,
    why,
  });
  if (margin.orders < policy.ordersMin) {
    return unknown(
      `${margin.orders} orders with known costs in ${policy.windowDays} days; ${policy.ordersMin} are needed.`,
    );
  }
  if (kept.keptBps === null) return unknown('No order is older than the return window yet.');
  const figures = breakEven(margin, {
    keptBps: kept.keptBps,
    paymentFeeBps: policy.paymentFeeBps,
    networkFeeBps: policy.networkFeeBps,
    incrementalityBps,
  });
  if (figures === null) return unknown('Nothing of what was ordered was kept.');
  const offeredBps = raiseWithin({ currentBps, breakEvenBps: figures.breakEvenBps, askedBps }, policy);
  return { ...basis, ...figures, offeredBps, why: whyOf(currentBps, figures.breakEvenBps, offeredBps) };
}

function whyOf(currentBps: number, breakEvenBps: number, offeredBps: number | null): string {
  if (offeredBps !== null) return 'The margin of its own orders bears it, by a prior for incrementality.';
  return breakEvenBps <= currentBps
    ? 'Today’s rate is at or above break-even already.'
    : 'The room up to break-even is smaller than one step, or less was asked than is paid today.';
}
