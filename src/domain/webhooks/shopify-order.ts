import { z } from 'zod';
import { formatMicros, parseMicros } from '../money/micros.ts';
import type { NoNews, ShopNews } from './shop-news.ts';

const Id = z.string().min(1).max(100);
const Amount = z.string().max(40);
/** Numbers come as the text that stood there: Shopify's ids are longer than a number holds. */
const Count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const Time = z.iso.datetime({ offset: true });

const RefundLine = z.looseObject({
  line_item_id: Id,
  quantity: Count,
  /** Of the pieces given back, after discounts, without tax. */
  subtotal: Amount,
});
const Refund = z.looseObject({
  id: Id,
  created_at: Time,
  refund_line_items: z.array(RefundLine).max(1_000).default([]),
});
const LineItem = z.looseObject({
  id: Id,
  sku: z.string().max(200).nullish(),
  quantity: Count,
  /** Of one piece, before discounts. */
  price: Amount,
  discount_allocations: z
    .array(z.looseObject({ amount: Amount }))
    .max(100)
    .default([]),
});

/** An order as Shopify's order webhooks send it; what we do not use is left unread. */
export const ShopifyOrder = z.looseObject({
  id: Id,
  name: z.string().min(1).max(100),
  order_number: Id.optional(),
  created_at: Time,
  updated_at: Time,
  cancelled_at: Time.nullish(),
  test: z.boolean().nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  customer: z.looseObject({ id: Id }).nullish(),
  discount_codes: z
    .array(z.looseObject({ code: z.string().max(200) }))
    .max(50)
    .default([]),
  line_items: z.array(LineItem).max(2_000),
  refunds: z.array(Refund).max(1_000).default([]),
  fulfillments: z
    .array(z.looseObject({ shipment_status: z.string().nullish(), updated_at: Time }))
    .max(500)
    .default([]),
});
export type ShopifyOrder = z.infer<typeof ShopifyOrder>;

/** Which of Shopify's three names of an order the networks are told. */
export type ShopifyOrderName = 'number' | 'name' | 'id';

/**
 * What an order says: its lines, and what came back of them.
 *
 * A cancelled order counts as given back whole. The day of delivery is the day of the last parcel, once every parcel is
 * said to have arrived.
 *
 * @see https://shopify.dev/docs/api/webhooks (orders/create, orders/updated, orders/paid, orders/cancelled)
 */
export function shopifyOrder(order: ShopifyOrder, calledBy: ShopifyOrderName): ShopNews | NoNews {
  if (order.test) return { ignored: 'It is a test order.' };
  const orderId = {
    number: order.order_number ?? order.name.replace(/^#/, ''),
    name: order.name,
    id: order.id,
  }[calledBy];
  const customerId = order.customer?.id ?? null;
  const refunds = order.refunds.flatMap((refund) => refundRows(refund, order, orderId));
  return {
    order: { resourceId: order.id, orderId, version: new Date(order.updated_at) },
    orders: order.line_items.map((line) => ({
      order_id: orderId,
      customer_id: customerId,
      ordered_at: order.created_at,
      delivered_at: deliveredAt(order),
      line_id: line.id,
      sku: line.sku ?? null,
      quantity: String(line.quantity),
      unit_price: line.price,
      discount: decimal(sum(line.discount_allocations.map(({ amount }) => amount))),
      currency: order.currency,
      code: order.discount_codes[0]?.code ?? null,
    })),
    refunds: [...refunds, ...cancelledRows(order, orderId)],
  };
}

function refundRows(
  refund: z.infer<typeof Refund>,
  order: ShopifyOrder,
  orderId: string,
): ShopNews['refunds'] {
  const lines = Map.groupBy(refund.refund_line_items, (line) => line.line_item_id);
  return [...lines].map(([lineId, parts]) => ({
    refund_id: refund.id,
    order_id: orderId,
    line_id: lineId,
    customer_id: order.customer?.id ?? null,
    sku: order.line_items.find(({ id }) => id === lineId)?.sku ?? null,
    quantity: String(parts.reduce((sum, { quantity }) => sum + quantity, 0)),
    amount: decimal(sum(parts.map(({ subtotal }) => subtotal))),
    currency: order.currency,
    refunded_at: refund.created_at,
  }));
}

/** What a cancellation takes back beyond the refunds that the order lists. */
function cancelledRows(order: ShopifyOrder, orderId: string): ShopNews['refunds'] {
  const { cancelled_at: cancelledAt } = order;
  if (!cancelledAt) return [];
  const back = order.refunds.flatMap((refund) => refund.refund_line_items);
  return order.line_items.flatMap((line) => {
    const mine = back.filter(({ line_item_id }) => line_item_id === line.id);
    const quantity = line.quantity - mine.reduce((sum, part) => sum + part.quantity, 0);
    if (quantity <= 0) return [];
    const less = [
      ...line.discount_allocations.map(({ amount }) => amount),
      ...mine.map(({ subtotal }) => subtotal),
    ];
    const rest = parseMicros(line.price) * BigInt(line.quantity) - sum(less);
    return [
      {
        refund_id: `cancelled-${order.id}`,
        order_id: orderId,
        line_id: line.id,
        customer_id: order.customer?.id ?? null,
        sku: line.sku ?? null,
        quantity: String(quantity),
        amount: decimal(rest > 0n ? rest : 0n),
        currency: order.currency,
        refunded_at: cancelledAt,
      },
    ];
  });
}

const sum = (amounts: readonly string[]): bigint =>
  amounts.reduce((total, amount) => total + parseMicros(amount), 0n);
const decimal = (micros: bigint): string => formatMicros(micros, 6);

function deliveredAt({ fulfillments }: ShopifyOrder): string | null {
  const isAll = fulfillments.every(({ shipment_status: status }) => status === 'delivered');
  if (fulfillments.length === 0 || !isAll) return null;
  return fulfillments
    .map(({ updated_at: at }) => at)
    .reduce((a, b) => (Date.parse(a) > Date.parse(b) ? a : b));
}
