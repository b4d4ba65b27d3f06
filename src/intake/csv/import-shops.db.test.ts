import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import type { ImportFormat, ImportKind } from '../../domain/feeds/kinds.ts';
import { madeShopifyOrder, madeWooOrder } from '../../domain/webhooks/testing/made-orders.ts';
import { importFile } from './import-file.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-shops-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  await database.pools.app.query('truncate order_line, refund');
});

function load(format: ImportFormat, kind: ImportKind, content: string) {
  const path = join(folder, 'orders');
  writeFileSync(path, content);
  return importFile({ pool: database.pools.app, dataFolder: folder }, { kind, path, format });
}
const lines = async () =>
  (
    await database.pools.app.query(
      'select order_id, line_id, sku, quantity, unit_price_micros::text as price, discount_micros::text as discount, currency, code, ordered_at, customer_id from order_line order by order_id, line_id',
    )
  ).rows;

/** As Shopify's help page describes its export: what concerns the order stands on its first line. Written from the document. */
const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfilled at,Currency,Subtotal,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Refunded Amount,Id';
const EXPORT = `${HEADER}
#1001,Ann@example.com,paid,2026-03-01 09:50:26 +0200,,EUR,36.00,41.00,SPRING,9.00,2026-03-01 09:50:26 +0200,2,"Mug, blue",10.00,MUG,0.00,0.00,7410991464714
#1001,Ann@example.com,,,,,,,,,2026-03-01 09:50:26 +0200,1,Bowl,20.00,BOWL,1.00,,
#1002,,refunded,,,EUR,5.00,5.00,,0.00,2026-03-02 09:50:26 +0200,1,Spoon,five,SPOON,0.00,5.00,2
#1003,bob@example.com,paid,,,EUR,5.00,5.00,,0.00,2026-03-03 09:50:26 +0200,1,Spoon,5.00,SPOON,0.00,0.00,3
`;

describe('Shopify’s export of orders', () => {
  it('becomes lines with what concerns the whole order, and its discount spread to the cent', async () => {
    const result = await load('shopify', 'orders', EXPORT);
    expect(result).toMatchObject({ rows: 4, inserted: 3, rejected: 1 });
    const rows = await lines();
    expect(rows[0]).toMatchObject({
      order_id: '1001',
      line_id: '1',
      sku: 'MUG',
      quantity: 2,
      price: '10000000',
      currency: 'EUR',
      code: 'SPRING',
      ordered_at: new Date('2026-03-01T07:50:26Z'),
      customer_id: expect.stringMatching(/^guest-[0-9a-f]{32}$/),
    });
    // 40.00 of articles became 36.00: 1.00 off the bowl itself, 3.00 over both by value.
    expect(rows.slice(0, 2).map(({ discount }) => discount)).toEqual(['1500000', '2500000']);
    expect(rows[2]).toMatchObject({ order_id: '1003', discount: '0' });
    expect(JSON.stringify(rows)).not.toContain('example.com');
    expect(await load('shopify', 'orders', EXPORT)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });

  it('says which column is missing, and that its refunds cannot be read', async () => {
    await expect(load('shopify', 'orders', 'Name,Email\n#1,a\n')).rejects.toThrow(/Created at, Currency/);
    await expect(load('shopify', 'refunds', EXPORT)).rejects.toThrow(/does not say when/);
    await expect(load('shopify', 'conversions', EXPORT)).rejects.toThrow(
      /orders and refunds, not conversions/,
    );
  });
});

describe('the lists of the shops’ APIs', () => {
  it('become lines and refunds, as the shops’ own messages would', async () => {
    const refund = {
      id: 5,
      created_at: '2026-03-05T00:00:00Z',
      refund_line_items: [{ line_item_id: '866550311766439020', quantity: 1, subtotal: '18.78' }],
    };
    const list = JSON.stringify([madeShopifyOrder({ refunds: [refund] }), { id: 5 }]);
    expect(await load('shopify', 'orders', list)).toMatchObject({ inserted: 2, rejected: 1 });
    expect(await load('shopify', 'refunds', list)).toMatchObject({ inserted: 1, rejected: 1 });
    expect((await lines())[1]).toMatchObject({
      order_id: '1234',
      line_id: '866550311766439020',
      discount: '3350000',
    });
    const woo = JSON.stringify([madeWooOrder(), madeWooOrder({ id: 8, number: '8', status: 'pending' })]);
    expect(await load('woocommerce', 'orders', woo)).toMatchObject({ inserted: 1, rejected: 1 });
    await expect(load('woocommerce', 'orders', EXPORT)).rejects.toThrow(/JSON list of its REST API/);
  });
});
