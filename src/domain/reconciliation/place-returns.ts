import { compareIds, compareLineIds } from './order-of-ids.ts';
import type { OrderLineFact, RefundFact } from './programme-facts.ts';

/** Units of one credit note that belong to one line. */
export interface PlacedReturn {
  readonly line: OrderLineFact;
  readonly refund: RefundFact;
  readonly quantity: bigint;
}

/** To which purchase a return belongs that names none: the last that has units left, or the first. */
export type Matching = 'lifo' | 'fifo';

/**
 * Finds for every return the lines that it takes units from: named lines first, then what names an order only, then
 * by customer and SKU what names nothing. Never more units than a line has; what finds none is left out.
 *
 * @param lines - all order lines known at the as-of, commissioned or not.
 * @param refunds - all known at the as-of.
 */
export function placeReturns(
  lines: readonly OrderLineFact[],
  refunds: readonly RefundFact[],
  matching: Matching,
): PlacedReturn[] {
  const left = new Map(lines.map((line) => [line, line.quantity > 0n ? line.quantity : 0n]));
  const placed: PlacedReturn[] = [];
  const place = (refund: RefundFact, candidates: readonly OrderLineFact[]): void => {
    let units = refund.quantity;
    for (const line of candidates) {
      const quantity = min(units, left.get(line) ?? 0n);
      if (quantity <= 0n || line.currency !== refund.currency) continue;
      placed.push({ line, refund, quantity });
      left.set(line, (left.get(line) ?? 0n) - quantity);
      units -= quantity;
    }
  };
  const byOrder = Map.groupBy(lines, ({ orderId }) => orderId);
  const bySku = Map.groupBy(lines, ({ customerId, sku }) => JSON.stringify([customerId, sku]));
  const ordered = [...refunds].sort(compareRefunds);

  for (const refund of ordered.filter(({ orderId, lineId }) => orderId !== null && lineId !== '')) {
    const inOrder = byOrder.get(refund.orderId ?? '') ?? [];
    place(
      refund,
      inOrder.filter(({ lineId }) => lineId === refund.lineId),
    );
  }
  for (const refund of ordered.filter(({ orderId, lineId }) => orderId !== null && lineId === '')) {
    place(refund, linesOfOrder(byOrder.get(refund.orderId ?? '') ?? [], refund.sku));
  }
  for (const refund of ordered.filter(({ orderId }) => orderId === null)) {
    if (refund.customerId === null || refund.sku === null) continue;
    const bought = bySku.get(JSON.stringify([refund.customerId, refund.sku])) ?? [];
    const before = bought.filter(({ orderedAt }) => orderedAt <= refund.refundedAt).sort(comparePurchases);
    place(refund, matching === 'lifo' ? before.reverse() : before);
  }
  return placed;
}

/** In time, and always in the same order. */
export function compareRefunds(left: RefundFact, right: RefundFact): number {
  return (
    left.refundedAt.getTime() - right.refundedAt.getTime() ||
    compareIds(left.refundId, right.refundId) ||
    compareLineIds(left.lineId, right.lineId)
  );
}

function comparePurchases(left: OrderLineFact, right: OrderLineFact): number {
  return (
    left.orderedAt.getTime() - right.orderedAt.getTime() ||
    compareIds(left.orderId, right.orderId) ||
    compareLineIds(left.lineId, right.lineId)
  );
}

/** The lines that a note may mean which names an order but no line. */
function linesOfOrder(inOrder: readonly OrderLineFact[], sku: string | null): OrderLineFact[] {
  const meant =
    sku === null ? (inOrder.length === 1 ? inOrder : []) : inOrder.filter((line) => line.sku === sku);
  return [...meant].sort((left, right) => compareLineIds(left.lineId, right.lineId));
}

const min = (left: bigint, right: bigint): bigint => (left < right ? left : right);
