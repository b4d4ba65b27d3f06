import { allocate } from '../money/allocate.ts';
import { compareLineIds } from './order-of-ids.ts';
import type { OrderLineFact } from './programme-facts.ts';

type Weighed = Pick<OrderLineFact, 'lineId' | 'quantity' | 'unitPriceMicros' | 'discountMicros'>;

/**
 * An order's commission over its lines, by quantity × unit price − discount, never below zero.
 *
 * @param commissionMicros - of the whole order, >= 0.
 * @param lines - all lines of the order, at least one, in any order.
 * @returns `lineId` → micros; they sum to the commission.
 */
export function splitCommission(commissionMicros: bigint, lines: readonly Weighed[]): Map<string, bigint> {
  const ordered = [...lines].sort((left, right) => compareLineIds(left.lineId, right.lineId));
  const shares = allocate(commissionMicros, ordered.map(weight));
  return new Map(ordered.map(({ lineId }, index) => [lineId, shares[index] ?? 0n]));
}

function weight({ quantity, unitPriceMicros, discountMicros }: Weighed): bigint {
  const value = quantity * unitPriceMicros - discountMicros;
  return value > 0n ? value : 0n;
}
