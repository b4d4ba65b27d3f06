import { afterEach, describe, expect, it } from 'vitest';
import type { ShopPage, ShopStream } from '../../domain/shops/shop-reader.ts';
import { madeWooOrder } from '../../domain/webhooks/testing/made-orders.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { wooReader } from './read.ts';
import {
  type FakeWoo,
  type FakeWooContents,
  type FakeWooOrder,
  startFakeWoo,
} from './testing/fake-woocommerce.ts';
import { WooCredentials } from './woocommerce-client.ts';
import { WOO_SYSTEM } from './woocommerce-system.ts';

const TIME = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-04-01T00:00:00Z') };
let clock = madeUpSurroundings();
let woo: FakeWoo;
afterEach(async () => {
  expect(woo.exceeded).toEqual([]);
  await woo.close();
});

async function open(contents: FakeWooContents): Promise<void> {
  clock = madeUpSurroundings();
  woo = await startFakeWoo(contents, clock);
}
const credentials = (consumerSecret = 'cs_secret') =>
  WooCredentials.parse({ url: woo.baseUrl, consumerKey: 'ck_key', consumerSecret });
async function read(stream: ShopStream, secret?: string): Promise<ShopPage[]> {
  const pages: ShopPage[] = [];
  const reader = wooReader(credentials(secret), { surroundings: clock, timeoutSeconds: 0.5 });
  for await (const page of reader.read(stream, TIME, AbortSignal.timeout(20_000))) pages.push(page);
  return pages;
}
const order = (id: number, modified: string, more: object = {}): FakeWooOrder => ({
  ...madeWooOrder({ id, number: String(id) }),
  id,
  refunds: [],
  date_modified_gmt: modified,
  ...more,
});
const minute = (at: number) => new Date(Date.UTC(2026, 1, 1, 0, at)).toISOString().slice(0, 19);
const idsOf = (pages: readonly ShopPage[]) =>
  new Set(pages.flatMap(({ news }) => news.map((one) => one.order?.orderId)));

describe('wooReader', () => {
  it('reads every order once its change is in the time, page by page, through faults', async () => {
    await open({ orders: Array.from({ length: 250 }, (_, at) => order(at + 1, minute(at))) });
    woo.failNext([
      null,
      { status: 429, headers: { 'retry-after': '2' }, body: '' },
      'lose-answer',
      { status: 500, body: '' },
    ]);
    const pages = await read('orders');
    expect(idsOf(pages).size).toBe(250);
    expect(pages.at(-1)?.completeUntil).toEqual(TIME.until);
    expect(pages[0]?.completeUntil).toEqual(new Date('2026-02-01T01:39:00Z'));
  });

  it('misses none when orders change while it reads, nor when many changed in one second', async () => {
    await open({
      orders: [
        ...Array.from({ length: 150 }, (_, at) => order(at + 1, minute(0))),
        ...Array.from({ length: 150 }, (_, at) => order(1_000 + at, minute(10 + at))),
      ],
    });
    let calls = 0;
    const pages: ShopPage[] = [];
    const reader = wooReader(credentials(), { surroundings: clock });
    for await (const page of reader.read('orders', TIME, AbortSignal.timeout(20_000))) {
      pages.push(page);
      calls += 1;
      // Whenever a page was given, an order of it changes and moves to the end.
      const moved = woo.orders.find(({ id }) => id === 1_000 + calls);
      if (moved) moved.date_modified_gmt = minute(500 + calls);
    }
    expect(idsOf(pages).size).toBe(300);
  });

  it('reads refunds by the lines they name, without tax; one of no line counts for the order', async () => {
    await open({
      orders: [
        order(1, minute(0), {
          refunds: [
            { id: 7, total: '-7.14' },
            { id: 8, total: '-3.00' },
          ],
        }),
      ],
      refundsOf: new Map([
        [
          '1',
          [
            {
              id: 7,
              date_created_gmt: '2026-02-03T10:00:00',
              amount: '7.14',
              line_items: [
                {
                  sku: 'A-1',
                  quantity: -2,
                  total: '-6.00',
                  meta_data: [{ id: 1, key: '_refunded_item_id', value: '315' }],
                },
              ],
            },
            { id: 8, date_created_gmt: '2026-02-04T10:00:00', amount: '3.00', line_items: [] },
          ],
        ],
      ]),
    });
    const [page] = await read('orders');
    expect(page?.news[0]?.refunds).toEqual([
      expect.objectContaining({
        refund_id: '7',
        line_id: '315',
        sku: 'A-1',
        quantity: '2',
        amount: '6.000000',
        refunded_at: '2026-02-03T10:00:00.000Z',
      }),
      expect.objectContaining({ refund_id: '8', quantity: '0', amount: '3.000000' }),
    ]);
    expect(page?.news[0]?.refunds[1]).not.toHaveProperty('line_id');
  });

  it('sets aside what it cannot read and goes on', async () => {
    const bad = { line_items: [{ id: 1, sku: 'A', quantity: 1, subtotal: 'ten', total: 'ten' }] };
    await open({
      orders: [order(1, minute(0), { currency: 'euro' }), order(2, minute(1), bad), order(3, minute(2))],
    });
    const pages = await read('orders');
    expect(idsOf(pages)).toEqual(new Set(['3']));
    expect(pages[0]?.setAside.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('reads stock of products and variations that are counted, and says what has no SKU', async () => {
    await open({
      products: [
        { id: 1, sku: 'A', type: 'simple', manage_stock: true, stock_quantity: 12 },
        { id: 2, sku: 'B', type: 'simple', manage_stock: false, stock_quantity: null },
        { id: 3, sku: 'C', type: 'variable', manage_stock: false, stock_quantity: null },
        { id: 4, sku: '', type: 'simple', manage_stock: true, stock_quantity: 3 },
      ],
      variationsOf: new Map([['3', [{ id: 31, sku: 'C-red', manage_stock: true, stock_quantity: -2 }]]]),
    });
    const pages = await read('inventory');
    const rows = pages.flatMap(({ inventory }) => inventory);
    expect(rows.map(({ sku, on_hand: onHand }) => [sku, onHand])).toEqual([
      ['A', '12'],
      ['C-red', '-2'],
    ]);
    expect(pages.at(-1)?.gaps).toEqual(['1 products with a stock count have no SKU.']);
  });

  it('reads coupons with what they take off and their end', async () => {
    await open({
      coupons: [
        { id: 1, code: 'winter', discount_type: 'percent', amount: '10.00', date_expires_gmt: null },
        {
          id: 2,
          code: 'five',
          discount_type: 'fixed_cart',
          amount: '5.00',
          date_expires_gmt: '2026-05-01T00:00:00',
        },
      ],
    });
    const pages = await read('codes');
    expect(pages.flatMap(({ codes }) => codes)).toEqual([
      { code: 'winter', percent_off: '10.00', amount_off: null, currency: null, ends_at: '' },
      {
        code: 'five',
        percent_off: null,
        amount_off: '5.00',
        currency: 'EUR',
        ends_at: '2026-05-01T00:00:00Z',
      },
    ]);
  });

  it('says that the key is wrong, and its check says so of each operation without showing it', async () => {
    await open({});
    await expect(read('orders', 'wrong-word')).rejects.toMatchObject({ code: 'system_sign_in_refused' });
    const checks = await WOO_SYSTEM.check(credentials('wrong-word'), AbortSignal.timeout(5_000));
    expect(checks.map(({ ok }) => ok)).toEqual([false, false, false]);
    expect(JSON.stringify(checks)).not.toContain('wrong-word');
    const good = await WOO_SYSTEM.check(credentials(), AbortSignal.timeout(5_000));
    expect(good.map(({ ok, message }) => [ok, message])[0]).toEqual([
      true,
      'It reads; the shop has no orders yet.',
    ]);
  });
});
