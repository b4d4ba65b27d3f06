import type { EconomicsPolicy } from '../../../src/domain/economics/economics-policy.ts';
import type { RateState } from '../../../src/domain/proposals/assert-rate-fits.ts';
import type { Queryable } from '../../client.ts';
import { answeringPartner } from '../answers/answering-partner.ts';
import { raiseFacts } from '../answers/raise-facts.ts';
import { rateAt } from './rate-at.ts';

export interface RateTerms {
  /** The moment that break-even is computed for. */
  readonly asOf: Date;
  /** ISO 4217; null while the programme has none: then no break-even is known. */
  readonly currency: string | null;
  readonly policy: EconomicsPolicy;
  /** A group's break-even, by whoever worked it out a moment ago; left out where it has to be worked out anew. */
  readonly groupBreakEven?: (group: string) => Promise<number | null>;
}

/**
 * What holds of a partner's rate when a change would start, and what the partner's own figures bear.
 *
 * @param change - `startsAt` ISO 8601; `skuGroup` null for the rate of all products.
 */
export async function rateState(
  db: Queryable,
  change: { readonly partnerId: string; readonly skuGroup: string | null; readonly startsAt: string },
  { asOf, currency, policy }: RateTerms,
): Promise<RateState> {
  const { partnerId, skuGroup } = change;
  const rateBps = await rateAt(db, { partnerId, skuGroup, at: new Date(change.startsAt) });
  const partner = await answeringPartner(db, partnerId);
  if (partner === null || currency === null) return { rateBps, breakEvenBps: null };
  const raise = await raiseFacts(db, { partner, askedBps: null, asOf, currency, policy });
  return { rateBps, breakEvenBps: raise?.breakEvenBps ?? null };
}
