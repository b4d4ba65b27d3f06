import { z } from 'zod';
import { ShopifyOrder } from '../webhooks/shopify-order.ts';

const Gid = z
  .string()
  .regex(/^gid:\/\/shopify\/\w+\/\d{1,20}(?:\?.*)?$/)
  .transform((gid) => (/\/(\d+)(?:\?|$)/.exec(gid.slice('gid://shopify/'.length)) ?? [])[1] ?? '');
const Money = z.looseObject({ shopMoney: z.looseObject({ amount: z.string().max(40) }) });

/** A line of an order as GraphQL gives it, numbers as text. */
export const ShopifyLineNode = z.looseObject({
  id: Gid,
  sku: z.string().nullish(),
  quantity: z.string(),
  originalUnitPriceSet: Money,
  discountAllocations: z.array(z.looseObject({ allocatedAmountSet: Money })).default([]),
});
export type ShopifyLineNode = z.infer<typeof ShopifyLineNode>;

/** What came back of one line. */
export const ShopifyRefundLineNode = z.looseObject({
  lineItem: z.looseObject({ id: Gid }),
  quantity: z.string(),
  subtotalSet: Money,
});
export type ShopifyRefundLineNode = z.infer<typeof ShopifyRefundLineNode>;

/** An order as GraphQL gives it, without its lines and those of its refunds, which come in pages of their own. */
export const ShopifyOrderNode = z.looseObject({
  id: Gid,
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullish(),
  test: z.boolean().nullish(),
  currencyCode: z.string(),
  customer: z.looseObject({ id: Gid }).nullish(),
  discountCodes: z.array(z.string()).default([]),
  refunds: z.array(z.looseObject({ id: Gid, createdAt: z.string().nullish() })).default([]),
  fulfillments: z
    .array(
      z.looseObject({
        displayStatus: z.string().nullish(),
        deliveredAt: z.string().nullish(),
        updatedAt: z.string(),
      }),
    )
    .default([]),
});
export type ShopifyOrderNode = z.infer<typeof ShopifyOrderNode>;

/** How the shop writes an order's number: `EN1001-A` is 1001 with the prefix `EN` and the suffix `-A`. */
export interface OrderNumberFormat {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * An order of GraphQL as the shop's webhooks send it, so that one reading serves both; a problem as a sentence when it
 * is none.
 *
 * @param refundLines - by the refund's id.
 */
export function orderOfNode(
  node: ShopifyOrderNode,
  lines: readonly ShopifyLineNode[],
  refundLines: ReadonlyMap<string, readonly ShopifyRefundLineNode[]>,
  { prefix, suffix }: OrderNumberFormat,
): ShopifyOrder | { readonly problem: string } {
  const isFormatted = node.name.startsWith(prefix) && node.name.endsWith(suffix);
  const number = isFormatted ? node.name.slice(prefix.length, node.name.length - suffix.length) : '';
  const { data, error } = ShopifyOrder.safeParse({
    id: node.id,
    name: node.name,
    ...(number === '' ? {} : { order_number: number }),
    created_at: node.createdAt,
    updated_at: node.updatedAt,
    cancelled_at: node.cancelledAt,
    test: node.test,
    currency: node.currencyCode,
    customer: node.customer,
    discount_codes: node.discountCodes.map((code) => ({ code })),
    line_items: lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      quantity: line.quantity,
      price: line.originalUnitPriceSet.shopMoney.amount,
      discount_allocations: line.discountAllocations.map((each) => ({
        amount: each.allocatedAmountSet.shopMoney.amount,
      })),
    })),
    refunds: node.refunds.map(({ id, createdAt }) => ({
      id,
      created_at: createdAt ?? node.updatedAt,
      refund_line_items: (refundLines.get(id) ?? []).map((line) => ({
        line_item_id: line.lineItem.id,
        quantity: line.quantity,
        subtotal: line.subtotalSet.shopMoney.amount,
      })),
    })),
    fulfillments: node.fulfillments.map(({ displayStatus, deliveredAt, updatedAt }) => ({
      shipment_status: displayStatus?.toLowerCase() ?? null,
      updated_at: deliveredAt ?? updatedAt,
    })),
  });
  return data ?? { problem: `${error.issues[0]?.path.join('.')} is not as documented.` };
}
