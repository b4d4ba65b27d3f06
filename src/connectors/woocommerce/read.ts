import type { ShopReader } from '../../domain/shops/shop-reader.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { type WooCredentials, wooClient } from './woocommerce-client.ts';
import { wooOrders } from './woocommerce-orders.ts';
import { wooCodes, wooStock } from './woocommerce-stock.ts';

/**
 * A WooCommerce shop's orders with the lines of their refunds, stock and coupons. Claim: documented; built from the REST
 * API's pages (version 3), not run against a live shop.
 */
export function wooReader(
  credentials: WooCredentials,
  deps: ConnectorDeps = {},
  client: HttpClient = wooClient(credentials, deps),
): ShopReader {
  return {
    shop: 'woocommerce',
    read(stream, time, signal) {
      switch (stream) {
        case 'orders':
          return wooOrders(client, time, signal);
        case 'inventory':
          return wooStock(client, time.until, signal);
        case 'codes':
          return wooCodes(client, time.until, signal);
        default:
          return stream satisfies never;
      }
    },
  };
}
