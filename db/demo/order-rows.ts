import { allocate } from '../../src/domain/money/allocate.ts';
import { formatMicros, parseMicros } from '../../src/domain/money/micros.ts';
import { DAY_MS, type DemoCalendar, HOUR_MS } from './calendar.ts';
import { chanceOf } from './chance.ts';
import type { DemoCode } from './codes.ts';
import type { OrderJourney } from './order-journey.ts';
import { pennyShare } from './penny-share.ts';
import type { DemoRow } from './rows.ts';
import { wholeSeconds } from './site-event.ts';
import type { SourceLine } from './source.ts';

/** A real order with its simulated journey and the code it was placed with. */
export interface PlacedOrder {
  readonly journey: OrderJourney;
  readonly code: DemoCode | null;
  /** One a line, in order; sums to what the code takes off. */
  readonly discounts: readonly bigint[];
}

/** What an amount-off code never takes: more than a quarter of the order. */
const AMOUNT_OFF_SHARE_MAX = 4n;

export function placeOrder(journey: OrderJourney, code: DemoCode | null): PlacedOrder {
  return { journey, code, discounts: discountsOf(journey.order.lines, journey.order.amountMicros, code) };
}

/** What the customer pays: the real lines less the simulated discount. */
export function netAmountMicros({ journey, discounts }: PlacedOrder): bigint {
  return journey.order.amountMicros - discounts.reduce((sum, discount) => sum + discount, 0n);
}

/** The order's rows, one a line. Quantity and unit price are the source's; delivery is simulated. */
export function orderRows(placed: PlacedOrder, calendar: DemoCalendar): DemoRow<'orders'>[] {
  const { order, orderedMs, visitor } = placed.journey;
  const chance = chanceOf(`delivery ${order.orderId}`);
  const deliveredMs =
    orderedMs + wholeSeconds(chance.between(1, 5) * DAY_MS + chance.between(0, 6) * HOUR_MS);
  const orderedAt = calendar.toDemo(orderedMs);
  const deliveredAt = deliveredMs < calendar.sourceCutMs ? calendar.toDemo(deliveredMs) : '';
  return order.lines.map((line, index) => {
    const discount = placed.discounts[index] ?? 0n;
    return {
      order_id: order.orderId,
      customer_id: order.customerId,
      visitor_id: visitor.visitorId,
      ordered_at: orderedAt,
      delivered_at: deliveredAt,
      line_id: line.lineId,
      sku: line.sku,
      quantity: String(line.quantity),
      unit_price: line.unitPrice,
      discount: discount === 0n ? '0' : formatMicros(discount),
      currency: 'GBP',
      code: placed.code?.code ?? '',
    };
  });
}

function discountsOf(lines: readonly SourceLine[], amountMicros: bigint, code: DemoCode | null): bigint[] {
  if (code?.percentOff) {
    const bps = BigInt(code.percentOff) * 100n;
    return lines.map((line) => pennyShare(line.amountMicros, bps));
  }
  if (code?.amountOff) {
    const offMicros = parseMicros(code.amountOff);
    if (amountMicros < offMicros * AMOUNT_OFF_SHARE_MAX) return lines.map(() => 0n);
    return allocate(
      offMicros,
      lines.map((line) => line.amountMicros),
    );
  }
  return lines.map(() => 0n);
}
