import { z } from 'zod';
import { formatMicros, parseMicros } from '../money/micros.ts';
import type { ShopNews } from '../webhooks/shop-news.ts';
import type { WooOrder } from '../webhooks/woocommerce-order.ts';

const Amount = z.string().max(40);
const Id = z.string().regex(/^\d{1,20}$/);

/** A refund as `GET /orders/<id>/refunds` gives it, numbers as text; amounts of lines are negative and without tax. */
export const WooRefund = z.looseObject({
  id: Id,
  date_created_gmt: z.iso
    .datetime({ local: true, offset: true })
    .transform((text) => new Date(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`)),
  /** Of the whole refund, with tax and postage. */
  amount: Amount,
  line_items: z
    .array(
      z.looseObject({
        sku: z.string().max(200).nullish(),
        quantity: z.string().regex(/^-?\d{1,9}$/),
        total: Amount,
        meta_data: z
          .array(z.looseObject({ key: z.string(), value: z.unknown() }))
          .max(200)
          .default([]),
      }),
    )
    .max(2_000)
    .default([]),
});
export type WooRefund = z.infer<typeof WooRefund>;

/**
 * What came back of an order, by the lines that the refunds name; a refund of no line (postage, goodwill) stays one of
 * the whole order. What a cancellation takes back is left as the order says it.
 */
export function wooRefunds(
  order: Pick<WooOrder, 'currency'>,
  news: ShopNews,
  refunds: readonly WooRefund[],
): ShopNews['refunds'] {
  const [first] = news.orders;
  const common = {
    order_id: news.order?.orderId ?? null,
    customer_id: first?.customer_id ?? null,
    currency: order.currency,
  };
  const cancelled = news.refunds.filter(({ refund_id: id }) => id?.startsWith('cancelled-'));
  const given = refunds.flatMap((refund) => {
    const at = { refund_id: refund.id, refunded_at: refund.date_created_gmt.toISOString() };
    const lines = Map.groupBy(refund.line_items, lineOf);
    const rows = [...lines].flatMap(([lineId, parts]) => {
      const quantity = parts.reduce((sum, part) => sum + Math.abs(Number(part.quantity)), 0);
      const amount = parts.reduce((sum, part) => sum + size(part.total), 0n);
      if (lineId === '' || (quantity === 0 && amount === 0n)) return [];
      const row = { line_id: lineId, sku: parts[0]?.sku ?? null, quantity: String(quantity) };
      return [{ ...common, ...at, ...row, amount: formatMicros(amount, 6) }];
    });
    if (rows.length > 0) return rows;
    const amount = size(refund.amount);
    return amount === 0n ? [] : [{ ...common, ...at, quantity: '0', amount: formatMicros(amount, 6) }];
  });
  return [...given, ...cancelled];
}

/** The order's line that a line of a refund is for; WooCommerce says so in its meta data. */
function lineOf({ meta_data: meta }: WooRefund['line_items'][number]): string {
  const value = meta.find(({ key }) => key === '_refunded_item_id')?.value;
  return typeof value === 'string' ? value : '';
}

function size(amount: string): bigint {
  const micros = parseMicros(amount);
  return micros < 0n ? -micros : micros;
}
