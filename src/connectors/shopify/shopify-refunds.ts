import { z } from 'zod';
import {
  ShopifyRefundLineNode as RefundLine,
  type ShopifyOrderNode,
  type ShopifyRefundLineNode,
} from '../../domain/shops/shopify-node.ts';
import type { ShopifyGraphql } from './shopify-graphql.ts';
import { allOf, connectionOf } from './shopify-pages.ts';
import { REFUND_QUERY } from './shopify-queries.ts';

const Refund = z.looseObject({
  refund: z.looseObject({ refundLineItems: connectionOf(RefundLine) }).nullable(),
});

/** What came back of an order, by refund and line; asked for refund by refund, since few orders have any. */
export async function refundLinesOf(
  graphql: ShopifyGraphql,
  { refunds }: Pick<ShopifyOrderNode, 'refunds'>,
  signal: AbortSignal,
): Promise<Map<string, ShopifyRefundLineNode[]>> {
  const found = new Map<string, ShopifyRefundLineNode[]>();
  for (const { id } of refunds) {
    const variables = { id: `gid://shopify/Refund/${id}` };
    const lines = await allOf(async (after) => {
      const asked = { query: REFUND_QUERY, variables: { ...variables, after } };
      const { refund } = await graphql.ask(asked, Refund, signal);
      return refund?.refundLineItems ?? { pageInfo: { hasNextPage: false }, nodes: [] };
    });
    found.set(id, lines);
  }
  return found;
}
