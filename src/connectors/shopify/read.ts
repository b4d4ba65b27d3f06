import { z } from 'zod';
import { SaidText } from '../../domain/networks/said-text.ts';
import type { ShopPage, ShopReader } from '../../domain/shops/shop-reader.ts';
import type { OrderNumberFormat } from '../../domain/shops/shopify-node.ts';
import type { HttpClient } from '../http/http-client.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { bulkOrders } from './shopify-bulk.ts';
import { type ShopifyCredentials, shopifyClient, shopifyFileClient } from './shopify-client.ts';
import { shopifyGraphql } from './shopify-graphql.ts';
import { changedFilter, pagedOrders } from './shopify-orders.ts';
import { COUNT_QUERY, SHOP_QUERY } from './shopify-queries.ts';
import { shopifyCodes, shopifyStock } from './shopify-stock.ts';

/** From here on Shopify writes a file: paging through more is refused. */
const BULK_ORDERS_MIN = 25_000;
const Shop = z.looseObject({
  shop: z.looseObject({ orderNumberFormatPrefix: SaidText, orderNumberFormatSuffix: SaidText }),
});
const Count = z.looseObject({ ordersCount: z.looseObject({ count: SaidText }).nullable() });

/**
 * A Shopify shop's orders with their refunds, stock and discount codes, through the Admin API's GraphQL. Claim:
 * documented; built from the vendor's pages, not run against a live shop.
 *
 * @param bulkOrdersMin - as many orders or more are read by a bulk operation.
 */
export function shopifyReader(
  credentials: ShopifyCredentials,
  deps: ConnectorDeps & { readonly bulkOrdersMin?: number } = {},
  client: HttpClient = shopifyClient(credentials, deps),
): ShopReader {
  const { bulkOrdersMin = BULK_ORDERS_MIN, ...rest } = deps;
  const surroundings = deps.surroundings ?? REAL_SURROUNDINGS;
  const graphql = shopifyGraphql(client, surroundings);
  let numbers: OrderNumberFormat | null = null;

  async function* orders(
    time: { readonly from: Date; readonly until: Date },
    signal: AbortSignal,
  ): AsyncGenerator<ShopPage> {
    if (numbers === null) {
      const { shop } = await graphql.ask({ query: SHOP_QUERY }, Shop, signal);
      numbers = { prefix: shop.orderNumberFormatPrefix, suffix: shop.orderNumberFormatSuffix };
    }
    const filter = changedFilter(time.from, time.until);
    const asked = { query: COUNT_QUERY, variables: { filter } };
    const { ordersCount } = await graphql.ask(asked, Count, signal);
    const reading = { graphql, numbers, calledBy: credentials.orderName, signal };
    if (Number(ordersCount?.count) < bulkOrdersMin) yield* pagedOrders(reading, time);
    else {
      const openFile = (origin: string) => shopifyFileClient(origin, rest);
      yield* bulkOrders(reading, time, { openFile, sleep: surroundings.sleep });
    }
  }

  return {
    shop: 'shopify',
    read(stream, time, signal) {
      switch (stream) {
        case 'orders':
          return orders(time, signal);
        case 'inventory':
          return shopifyStock(graphql, time.until, signal);
        case 'codes':
          return shopifyCodes(graphql, time.until, signal);
        default:
          return stream satisfies never;
      }
    },
  };
}
