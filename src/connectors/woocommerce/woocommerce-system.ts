import type { ShopSystem } from '../../domain/shops/shop-system.ts';
import { checkOperations, type Trial } from '../networks/check-operations.ts';
import { wooReader } from './read.ts';
import { WOO_LIMITS, WooCredentials, wooClient, wooPage } from './woocommerce-client.ts';

/** WooCommerce, as the command line connects it. */
export const WOO_SYSTEM: ShopSystem<typeof WooCredentials> = {
  name: 'woocommerce',
  title: 'WooCommerce',
  credentials: WooCredentials,
  secrets: ['consumerKey', 'consumerSecret'],
  operations: [
    { name: 'orders.read', claim: 'documented', does: 'Reads orders and what came back of them.' },
    { name: 'inventory.read', claim: 'documented', does: 'Reads stock.' },
    { name: 'codes.read', claim: 'documented', does: 'Reads coupons.' },
  ],
  limits: WOO_LIMITS,
  limitations: [
    'Reading by date of change needs WooCommerce 5.8 or newer.',
    'Orders in the bin are not listed; the webhook tells of them.',
    'A refund that names no line counts for the whole order and for no piece.',
    'There is no date of delivery in WooCommerce; returns count from the order.',
    'Of stock only what the shop counts itself is read, under one location, and only with a SKU.',
    'No limits of calls are published; 120 a minute are made at most.',
  ],
  ourLinks: ({ url }) => ({ hosts: [new URL(url).hostname] }),
  openShop: (credentials, takeTurn) => wooReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) => {
    const client = wooClient(credentials, { takeTurn, attemptsMax: 1 });
    const reads =
      (path: string, what: string): Trial =>
      async () => {
        const { records } = await wooPage(client, path, {}, { page: 1, size: 1, signal });
        return records.length === 0 ? `It reads; the shop has no ${what} yet.` : `It reads ${what}.`;
      };
    return checkOperations(
      WOO_SYSTEM.operations,
      {
        'orders.read': reads('/orders', 'orders'),
        'inventory.read': reads('/products', 'products'),
        'codes.read': reads('/coupons', 'coupons'),
      },
      signal,
    );
  },
};
