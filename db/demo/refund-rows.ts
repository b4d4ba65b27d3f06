import { formatMicros } from '../../src/domain/money/micros.ts';
import { type DemoCalendar, SECOND_MS } from './calendar.ts';
import { chanceOf } from './chance.ts';
import type { DemoRow } from './rows.ts';
import type { SourceCancellation, SourceOrder } from './source.ts';

/** A real cancellation line and, where it can be told, the order line it takes back. */
export interface DemoRefund {
  readonly cancellation: SourceCancellation;
  readonly refundedMs: number;
  /** The source names no order; see `findRefunds`. */
  readonly line: { readonly orderId: string; readonly lineId: string } | null;
}

interface SoldLine {
  readonly orderId: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly minuteMs: number;
}

/** Of the cancellations whose order line is beyond doubt, how many name it; the others stay as real ones are. */
const NAMED_SHARE = 0.4;

/**
 * Joins cancellations to order lines: only where the customer bought that SKU once before in these weeks,
 * in exactly that quantity, and even then only some, because a shop's returns desk rarely notes the order.
 */
export function findRefunds(
  cancellations: readonly SourceCancellation[],
  orders: readonly SourceOrder[],
): DemoRefund[] {
  const sold = new Map<string, SoldLine[]>();
  for (const order of orders) {
    for (const { sku, lineId, quantity } of order.lines) {
      const key = `${order.customerId} ${sku}`;
      const lines = sold.get(key) ?? [];
      lines.push({ orderId: order.orderId, lineId, quantity, minuteMs: order.minuteMs });
      sold.set(key, lines);
    }
  }
  const taken = new Set<string>();
  return cancellations.map((cancellation) => {
    const chance = chanceOf(`refund ${cancellation.refundId}`);
    const refundedMs = cancellation.refundedMs + chance.whole(60) * SECOND_MS;
    const before = (sold.get(`${cancellation.customerId} ${cancellation.sku}`) ?? []).filter(
      (line) => line.minuteMs < cancellation.refundedMs,
    );
    const only = before.length === 1 ? before[0] : undefined;
    const key = only && `${only.orderId} ${only.lineId}`;
    const named = only?.quantity === cancellation.quantity && chance.happens(NAMED_SHARE);
    if (!only || !key || !named || taken.has(key)) return { cancellation, refundedMs, line: null };
    taken.add(key);
    return { cancellation, refundedMs, line: { orderId: only.orderId, lineId: only.lineId } };
  });
}

export function refundRow(refund: DemoRefund, calendar: DemoCalendar): DemoRow<'refunds'> {
  const { cancellation, line } = refund;
  return {
    refund_id: cancellation.refundId,
    order_id: line?.orderId ?? '',
    line_id: line?.lineId ?? '',
    customer_id: cancellation.customerId,
    sku: cancellation.sku,
    quantity: String(cancellation.quantity),
    amount: formatMicros(cancellation.amountMicros),
    currency: 'GBP',
    refunded_at: calendar.toDemo(refund.refundedMs),
  };
}
