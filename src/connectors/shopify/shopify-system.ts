import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { ShopSystem } from '../../domain/shops/shop-system.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import { checkOperations, type Trial } from '../networks/check-operations.ts';
import { shopifyReader } from './read.ts';
import { SHOPIFY_LIMITS, ShopifyCredentials, shopifyClient } from './shopify-client.ts';
import { shopifyGraphql } from './shopify-graphql.ts';
import { SCOPES_QUERY } from './shopify-queries.ts';

const Scopes = z.looseObject({
  currentAppInstallation: z.looseObject({ accessScopes: z.array(z.looseObject({ handle: z.string() })) }),
});

/** Shopify, as the command line connects it. */
export const SHOPIFY_SYSTEM: ShopSystem<typeof ShopifyCredentials> = {
  name: 'shopify',
  title: 'Shopify',
  credentials: ShopifyCredentials,
  secrets: ['token'],
  operations: [
    { name: 'orders.read', claim: 'documented', does: 'Reads orders and what came back of them.' },
    { name: 'inventory.read', claim: 'documented', does: 'Reads stock by location.' },
    { name: 'codes.read', claim: 'documented', does: 'Reads discount codes.' },
  ],
  limits: SHOPIFY_LIMITS,
  limitations: [
    'Without the scope read_all_orders Shopify shows orders of the last 60 days only.',
    'Without access to customers’ data orders name no customer, or are refused.',
    'From 25,000 orders on a bulk operation writes them to a file; its file is read in one piece of 256 MB at most.',
    'A refund’s lines are asked for one refund at a time: a shop with many refunds is read slowly the first time.',
    'Of a discount that takes off several things only its codes and dates are read; of stock, 20 locations a variant.',
    'The webhook’s secret is another value: MARGINKEEPER_SHOPIFY_WEBHOOK_SECRETS.',
  ],
  ourLinks: ({ shop }) => ({ hosts: [shop] }),
  openShop: (credentials, takeTurn) => shopifyReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) => {
    const client = shopifyClient(credentials, { takeTurn, attemptsMax: 1 });
    const graphql = shopifyGraphql(client, REAL_SURROUNDINGS);
    const has =
      (scope: string, optional: string | null, what: string): Trial =>
      async () => {
        const { currentAppInstallation: app } = await graphql.ask({ query: SCOPES_QUERY }, Scopes, signal);
        const scopes = new Set(app.accessScopes.map(({ handle }) => handle));
        if (!scopes.has(scope) && !scopes.has(scope.replace('read_', 'write_'))) {
          throw new Refusal('system_sign_in_refused', `The app lacks the scope ${scope}.`);
        }
        const lacks = optional !== null && !scopes.has(optional);
        return `The app may read ${what}${lacks ? `; without ${optional} only those of the last 60 days` : ''}.`;
      };
    return checkOperations(
      SHOPIFY_SYSTEM.operations,
      {
        'orders.read': has('read_orders', 'read_all_orders', 'orders'),
        'inventory.read': has('read_inventory', null, 'stock'),
        'codes.read': has('read_discounts', null, 'discount codes'),
      },
      signal,
    );
  },
};
