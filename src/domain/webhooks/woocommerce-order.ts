import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatMicros, parseMicros } from '../money/micros.ts';
import type { NoNews, ShopNews } from './shop-news.ts';

/** Numbers come as the text that stood there. */
const Id = z.string().regex(/^\d{1,20}$/);
const Count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const Amount = z.string().max(40);
/** Without a zone; UTC by its name. */
const GmtTime = z.iso
  .datetime({ local: true, offset: true })
  .transform((text) => new Date(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`));

/** An order as WooCommerce's REST API and its order webhooks send it; what we do not use is left unread. */
export const WooOrder = z.looseObject({
  id: Id,
  number: z.string().min(1).max(100).optional(),
  status: z.string().max(100),
  currency: z.string().regex(/^[A-Z]{3}$/),
  date_created_gmt: GmtTime,
  date_modified_gmt: GmtTime,
  customer_id: Id.default('0'),
  billing: z.looseObject({ email: z.string().max(320).nullish() }).nullish(),
  coupon_lines: z
    .array(z.looseObject({ code: z.string().max(200) }))
    .max(50)
    .default([]),
  line_items: z
    .array(
      z.looseObject({
        id: Id,
        sku: z.string().max(200).nullish(),
        quantity: Count,
        /** Of all pieces, before discounts, without tax. */
        subtotal: Amount,
        /** Of all pieces, after discounts, without tax. */
        total: Amount,
      }),
    )
    .max(2_000),
  /** Totals are negative. Which lines they are for stands in another call. */
  refunds: z
    .array(z.looseObject({ id: Id, total: Amount }))
    .max(1_000)
    .default([]),
});
export type WooOrder = z.infer<typeof WooOrder>;

const NOT_PAID = new Set(['pending', 'failed', 'checkout-draft', 'auto-draft', 'draft']);
const GONE = new Set(['cancelled', 'trash']);

/**
 * What an order says: its lines, and what came back of them.
 *
 * A refund here names no lines, so it is kept as one of the whole order, with its amount and no quantity; reading the
 * shop's refunds later names them. Guests are told apart by a fingerprint of their address: the address is not kept.
 *
 * @see https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties
 */
export function wooOrder(order: WooOrder): ShopNews | NoNews {
  if (NOT_PAID.has(order.status)) return { ignored: `It is not paid yet (${order.status}).` };
  const orderId = order.number ?? order.id;
  const customerId = customerOf(order);
  return {
    order: { resourceId: order.id, orderId, version: order.date_modified_gmt },
    orders: order.line_items.map((line) => ({
      order_id: orderId,
      customer_id: customerId,
      ordered_at: order.date_created_gmt.toISOString(),
      line_id: line.id,
      sku: line.sku ?? null,
      quantity: String(line.quantity),
      ...priceOf(line),
      currency: order.currency,
      code: order.coupon_lines[0]?.code ?? null,
    })),
    refunds: [...refundRows(order, orderId, customerId), ...goneRows(order, orderId, customerId)],
  };
}

/** One piece's price, rounded up to a millionth, and a discount that makes the line come to what was paid for it. */
function priceOf({ quantity, subtotal, total }: WooOrder['line_items'][number]) {
  const pieces = BigInt(quantity === 0 ? 1 : quantity);
  const unit = (parseMicros(subtotal) + pieces - 1n) / pieces;
  return { unit_price: formatMicros(unit, 6), discount: formatMicros(unit * pieces - parseMicros(total), 6) };
}

function refundRows(order: WooOrder, orderId: string, customerId: string | null): ShopNews['refunds'] {
  return order.refunds.flatMap(({ id, total }) => {
    const micros = parseMicros(total);
    const amount = micros < 0n ? -micros : micros;
    if (amount === 0n) return [];
    return [
      {
        refund_id: id,
        order_id: orderId,
        customer_id: customerId,
        quantity: '0',
        amount: formatMicros(amount, 6),
        currency: order.currency,
        // The order's own message does not say when; its change is the nearest it tells.
        refunded_at: order.date_modified_gmt.toISOString(),
      },
    ];
  });
}

/** A cancelled order is given back whole; what was refunded of it already is not counted twice by the reckoning. */
function goneRows(order: WooOrder, orderId: string, customerId: string | null): ShopNews['refunds'] {
  if (!GONE.has(order.status)) return [];
  return order.line_items
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      refund_id: `cancelled-${order.id}`,
      order_id: orderId,
      line_id: line.id,
      customer_id: customerId,
      sku: line.sku ?? null,
      quantity: String(line.quantity),
      amount: formatMicros(parseMicros(line.total), 6),
      currency: order.currency,
      refunded_at: order.date_modified_gmt.toISOString(),
    }));
}

function customerOf({ customer_id: id, billing }: WooOrder): string | null {
  if (id !== '0') return id;
  const email = billing?.email?.trim().toLowerCase();
  return email ? `guest-${createHash('sha256').update(email).digest('hex').slice(0, 32)}` : null;
}
