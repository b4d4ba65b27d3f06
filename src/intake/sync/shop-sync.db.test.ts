import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putWebhook } from '../../../db/queries/webhooks/put-webhook.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { madeUpSurroundings } from '../../connectors/http/testing/made-up-surroundings.ts';
import { wooReader } from '../../connectors/woocommerce/read.ts';
import { type FakeWoo, startFakeWoo } from '../../connectors/woocommerce/testing/fake-woocommerce.ts';
import { WooCredentials } from '../../connectors/woocommerce/woocommerce-client.ts';
import type { ShopStream } from '../../domain/shops/shop-reader.ts';
import { madeWooOrder } from '../../domain/webhooks/testing/made-orders.ts';
import { applyWebhooks } from '../webhooks/apply-webhooks.ts';
import { STREAM_RULES } from './stream-rules.ts';
import { syncNow } from './sync-now.ts';
import type { SyncStream } from './sync-streams.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SETTINGS = {
  shopify: { secrets: [], orderName: 'number' },
  woocommerce: { secrets: [] },
  refersion: { secrets: [] },
} as const;
const ORDER = {
  ...madeWooOrder({ id: 1, number: '1' }),
  id: 1,
  refunds: [{ id: 7, total: '-4.00' }],
  date_modified_gmt: '2026-02-01T00:00:00',
};
const REFUND = {
  id: 7,
  date_created_gmt: '2026-02-01T00:00:00',
  amount: '4.00',
  line_items: [
    { sku: 'A-1', quantity: -1, total: '-3.00', meta_data: [{ key: '_refunded_item_id', value: '315' }] },
  ],
};

let database: ClonedDatabase;
let woo: FakeWoo;
let clock = madeUpSurroundings();
const now = () => new Date(clock.nowMs());
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock = madeUpSurroundings();
  woo = await startFakeWoo(
    {
      orders: [structuredClone(ORDER)],
      refundsOf: new Map([['1', [REFUND]]]),
      products: [{ id: 1, sku: 'A-1', manage_stock: true, stock_quantity: 5 }],
      coupons: [{ code: 'spring', discount_type: 'percent', amount: '10' }],
    },
    clock,
  );
  await database.pools.app.query(
    'truncate order_line, refund, inventory, code, webhook_event, webhook_version, connection_stream, connection_set_aside',
  );
});
afterEach(() => woo.close());

function sync(...streams: ShopStream[]) {
  const credentials = { url: woo.baseUrl, consumerKey: 'ck_key', consumerSecret: 'cs_secret' };
  const reader = wooReader(WooCredentials.parse(credentials), { surroundings: clock });
  const all = streams.map(
    (stream): SyncStream => ({
      system: 'woocommerce',
      title: 'WooCommerce',
      account: 'a',
      stream,
      rule: STREAM_RULES[stream],
      source: { reads: 'shop', reader, stream },
    }),
  );
  const deps = { pool: database.pools.app, streams: all, log: QUIET, worker: 'one', now };
  return syncNow(deps, new AbortController().signal);
}
async function tell(order: object, eventId: string): Promise<void> {
  const body = Buffer.from(JSON.stringify(order));
  const message = {
    system: 'woocommerce',
    eventId,
    topic: 'order.updated',
    body,
    receivedAt: now(),
  } as const;
  await putWebhook(database.pools.app, message);
  await applyWebhooks(database.pools.app, { settings: SETTINGS, now });
}
const refunds = async () =>
  (
    await database.pools.app.query(
      'select refund_id, line_id, quantity, amount_micros::text as amount from refund order by 1, 2',
    )
  ).rows;
const LINED = [{ refund_id: '7', line_id: '315', quantity: 1, amount: '3000000' }];

describe('a connected shop', () => {
  it('counts a refund once, whether its lines are read before or after the message about it', async () => {
    await tell(ORDER, 'e1');
    expect(await refunds()).toEqual([{ refund_id: '7', line_id: '', quantity: 0, amount: '4000000' }]);
    await sync('orders');
    expect(await refunds()).toEqual(LINED);
    await tell({ ...ORDER, date_modified_gmt: '2026-02-02T00:00:00' }, 'e2');
    expect(await refunds()).toEqual(LINED);
    expect(await sync('orders')).toMatchObject([{ state: 'read', changed: 0 }]);
  });

  it('does not go back behind what the shop told meanwhile', async () => {
    const line = { id: 315, sku: 'A-1', quantity: 9, subtotal: '10.00', total: '9.00' };
    await tell({ ...ORDER, date_modified_gmt: '2026-02-09T00:00:00', line_items: [line] }, 'e3');
    await sync('orders');
    const { rows } = await database.pools.app.query('select quantity from order_line');
    expect(rows).toEqual([{ quantity: 9 }]);
  });

  it('brings stock and codes, and leaves a code’s owner and spelling as they are', async () => {
    await database.pools.app.query("insert into code (code, owner_partner_id) values ('SPRING', 'anna')");
    await sync('inventory', 'codes');
    const { rows } = await database.pools.app.query(
      'select code, owner_partner_id, percent_off::text from code',
    );
    expect(rows).toEqual([{ code: 'SPRING', owner_partner_id: 'anna', percent_off: '10' }]);
    const stock = await database.pools.app.query('select sku, on_hand, as_of from inventory');
    expect(stock.rows).toEqual([{ sku: 'A-1', on_hand: 5, as_of: now() }]);
  });
});
