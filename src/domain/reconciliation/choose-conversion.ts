import { compareIds } from './order-of-ids.ts';
import type { ConversionFact } from './programme-facts.ts';

/** Whether the network has reversed it, for good or for now: nothing is owed. */
export const isDeclined = ({ status }: Pick<ConversionFact, 'status'>): boolean =>
  status === 'reversed' || status === 'reversed-provisional';

/** Whether a conversion can carry an order's commission at all. One without any status can. */
export function canCount({ status, statusRaw, commissionMicros }: ConversionFact): boolean {
  return !(status === 'unknown' && statusRaw !== '') && commissionMicros >= 0n;
}

/**
 * The one conversion of an order that counts: the first that the network has not reversed, else the first.
 *
 * @param conversions - all of one order, in any order; those that cannot count are passed over.
 * @returns `null` when none counts.
 */
export function chooseConversion(conversions: readonly ConversionFact[]): ConversionFact | null {
  const [first] = conversions
    .filter(canCount)
    .sort(
      (left, right) =>
        Number(isDeclined(left)) - Number(isDeclined(right)) ||
        left.convertedAt.getTime() - right.convertedAt.getTime() ||
        compareIds(left.network, right.network) ||
        compareIds(left.conversionId, right.conversionId),
    );
  return first ?? null;
}
