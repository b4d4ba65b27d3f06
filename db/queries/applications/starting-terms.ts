import { breakEven } from '../../../src/domain/economics/break-even.ts';
import { startingRate } from '../../../src/domain/economics/starting-rate.ts';
import type { Queryable } from '../../client.ts';
import { keptShare } from '../answers/kept-share.ts';
import type { RateTerms } from '../rates/rate-state.ts';
import { groupMargin } from './group-margin.ts';

export interface StartingTerms {
  /** Null when it cannot be computed. */
  readonly breakEvenBps: number | null;
  /** To start with; null when there is none to offer. */
  readonly rateBps: number | null;
  readonly orders: number;
  /** One sentence. */
  readonly why: string;
}

/** What a new partner of a group may start at, by the orders of the active partners of that type and the programme's kept share. */
export async function startingTerms(
  db: Queryable,
  group: string,
  { asOf, currency, policy }: RateTerms,
): Promise<StartingTerms> {
  const unknown = (orders: number, why: string): StartingTerms => ({
    breakEvenBps: null,
    rateBps: null,
    orders,
    why,
  });
  if (currency === null) return unknown(0, 'The programme has no currency yet.');
  const { windowDays, ordersMin, returnWindowDays, paymentFeeBps, networkFeeBps } = policy;
  const margin = await groupMargin(db, { group, currency, asOf, windowDays });
  const { orders, usualBps } = margin;
  if (orders < ordersMin) {
    return unknown(
      orders,
      `${orders} orders of comparable partners with known costs in ${windowDays} days; ${ordersMin} are needed.`,
    );
  }
  const { keptBps } = await keptShare(db, { partnerId: null, currency, asOf, returnWindowDays });
  if (keptBps === null) return unknown(orders, 'No order is older than the return window yet.');
  const incrementalityBps = policy.incrementalityPriorBps[group] ?? policy.incrementalityPriorBps.other ?? 0;
  const figures = breakEven(margin, { keptBps, paymentFeeBps, networkFeeBps, incrementalityBps });
  if (figures === null) return unknown(orders, 'Nothing of what was ordered was kept.');
  const { breakEvenBps } = figures;
  const rateBps = startingRate({ breakEvenBps, usualBps }, policy);
  const why =
    rateBps === null
      ? 'Comparable partners’ orders bear no commission.'
      : `From ${orders} orders of comparable partners: break-even is at ${breakEvenBps / 100} %, they are usually paid ${usualBps === null ? 'nothing on file' : `${usualBps / 100} %`}.`;
  return { breakEvenBps, rateBps, orders, why };
}
