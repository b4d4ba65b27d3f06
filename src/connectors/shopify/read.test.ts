import { afterEach, describe, expect, it } from 'vitest';
import type { ShopPage, ShopStream } from '../../domain/shops/shop-reader.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { shopifyReader } from './read.ts';
import { ShopifyCredentials } from './shopify-client.ts';
import { SHOPIFY_SYSTEM } from './shopify-system.ts';
import {
  type FakeShopify,
  type FakeShopifyContents,
  type FakeShopifyOrder,
  startFakeShopify,
} from './testing/fake-shopify.ts';

const TIME = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-04-01T00:00:00Z') };
let clock = madeUpSurroundings();
let shop: FakeShopify;
afterEach(() => shop.close());

async function open(contents: FakeShopifyContents): Promise<void> {
  clock = madeUpSurroundings();
  shop = await startFakeShopify(contents, clock);
}
const credentials = (token = 'shpat_token') =>
  ShopifyCredentials.parse({ shop: 'made-up.myshopify.com', token, baseUrl: shop.baseUrl });
async function read(
  stream: ShopStream,
  { token, bulkOrdersMin }: { token?: string; bulkOrdersMin?: number } = {},
): Promise<ShopPage[]> {
  const pages: ShopPage[] = [];
  const reader = shopifyReader(credentials(token), {
    surroundings: clock,
    timeoutSeconds: 2,
    ...(bulkOrdersMin === undefined ? {} : { bulkOrdersMin }),
  });
  for await (const page of reader.read(stream, TIME, AbortSignal.timeout(20_000))) pages.push(page);
  return pages;
}
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } });
const line = (id: number, more: object = {}) => ({
  id: `gid://shopify/LineItem/${id}`,
  sku: `SKU-${id}`,
  quantity: 2,
  originalUnitPriceSet: money('10.00'),
  discountAllocations: [{ allocatedAmountSet: money('0.10') }, { allocatedAmountSet: money('0.20') }],
  ...more,
});
const order = (number: number, more: Partial<FakeShopifyOrder> = {}): FakeShopifyOrder => ({
  id: `gid://shopify/Order/8209829119461${number}`,
  name: `#${number}`,
  createdAt: '2026-02-01T00:00:00Z',
  updatedAt: new Date(Date.UTC(2026, 1, 1, 0, number)).toISOString().replace('.000Z', 'Z'),
  cancelledAt: null,
  test: false,
  currencyCode: 'EUR',
  customer: { id: 'gid://shopify/Customer/42' },
  discountCodes: ['SPRING'],
  refunds: [],
  fulfillments: [],
  lines: [line(number * 1_000)],
  ...more,
});
const ordersOf = (pages: readonly ShopPage[]) =>
  pages.flatMap(({ news }) => news.map((one) => one.order?.orderId));

describe('shopifyReader', () => {
  it('reads every order within its points, through throttling, 429s and lost answers', async () => {
    await open({ orders: Array.from({ length: 100 }, (_, at) => order(at + 1)) });
    shop.failNext([
      null,
      { status: 429, headers: { 'retry-after': '2.0' }, body: '' },
      null,
      'lose-answer',
      { status: 200, body: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] } },
      { status: 502, body: '' },
    ]);
    const pages = await read('orders');
    expect(new Set(ordersOf(pages)).size).toBe(100);
    expect(pages.at(-1)?.completeUntil).toEqual(TIME.until);
    expect(pages[0]?.completeUntil).toEqual(new Date('2026-02-01T00:15:00Z'));
    expect(clock.sleptMs()).toBeGreaterThan(10_000);
    // A lost answer costs points that nobody told us of.
    expect(shop.throttled()).toBeLessThanOrEqual(1);
  });

  it('reads lines and refunds to the last page, as the webhooks would tell them', async () => {
    const lines = Array.from({ length: 130 }, (_, at) => line(at + 1));
    const back = Array.from({ length: 110 }, (_, at) => ({
      lineItem: line(at + 1),
      quantity: 1,
      subtotalSet: money('9.85'),
    }));
    const refund = { id: 'gid://shopify/Refund/77', createdAt: '2026-02-09T00:00:00Z', lines: back };
    const fulfilled = [
      { displayStatus: 'DELIVERED', deliveredAt: '2026-02-05T00:00:00Z', updatedAt: '2026-02-06T00:00:00Z' },
    ];
    await open({
      orders: [order(1, { lines, refunds: [refund], fulfillments: fulfilled, name: 'EN1' })],
      prefix: 'EN',
    });
    const [page] = await read('orders');
    const [news] = page?.news ?? [];
    expect(news?.orders).toHaveLength(130);
    expect(news?.orders[0]).toEqual({
      order_id: '1',
      customer_id: '42',
      ordered_at: '2026-02-01T00:00:00Z',
      delivered_at: '2026-02-05T00:00:00Z',
      line_id: '1',
      sku: 'SKU-1',
      quantity: '2',
      unit_price: '10.00',
      discount: '0.300000',
      currency: 'EUR',
      code: 'SPRING',
    });
    expect(news?.refunds).toHaveLength(110);
    expect(news?.refunds[0]).toMatchObject({
      refund_id: '77',
      line_id: '1',
      quantity: '1',
      amount: '9.850000',
    });
  });

  it('has many orders written to a file, with the refunds asked for afterwards', async () => {
    const back = { lineItem: line(5_000), quantity: 1, subtotalSet: money('9.85') };
    const refund = { id: 'gid://shopify/Refund/5', createdAt: '2026-02-09T00:00:00Z', lines: [back] };
    const orders = () =>
      Array.from({ length: 40 }, (_, at) => order(at + 1, at === 4 ? { refunds: [refund] } : {}));
    await open({ orders: orders() });
    const paged = await read('orders');
    await shop.close();
    await open({ orders: orders() });
    const bulk = await read('orders', { bulkOrdersMin: 40 });
    expect(shop.bulkOperations()).toBe(1);
    expect(bulk.flatMap(({ news }) => news)).toEqual(paged.flatMap(({ news }) => news));
    expect(bulk[0]?.completeUntil).toBeNull();
    expect(bulk.at(-1)?.completeUntil).toEqual(TIME.until);
  });

  it('leaves out test orders, and sets aside what it cannot read', async () => {
    await open({
      orders: [
        order(1, { test: true }),
        order(2, { currencyCode: 'euro' }),
        order(3, {
          lines: [
            line(1, {
              originalUnitPriceSet: money('1.23456789'),
              discountAllocations: [{ allocatedAmountSet: money('x') }],
            }),
          ],
        }),
        order(4),
      ],
    });
    const pages = await read('orders');
    expect(ordersOf(pages)).toEqual(['4']);
    expect(pages[0]?.setAside).toHaveLength(2);
  });

  it('reads stock by location, and codes to the last of a discount', async () => {
    const levels = {
      pageInfo: { hasNextPage: false },
      nodes: [
        {
          location: { name: 'Berlin' },
          quantities: [
            { name: 'on_hand', quantity: 7 },
            { name: 'incoming', quantity: 3 },
          ],
        },
      ],
    };
    await open({
      inventory: [
        { id: '1', sku: 'A', tracked: true, inventoryLevels: levels },
        { id: '2', sku: '', tracked: true, inventoryLevels: levels },
        { id: '3', sku: 'C', tracked: false, inventoryLevels: levels },
      ],
      discounts: [
        {
          __typename: 'DiscountCodeBasic',
          id: 'gid://shopify/DiscountCodeNode/1',
          startsAt: '2026-01-01T00:00:00Z',
          endsAt: null,
          customerGets: { value: { __typename: 'DiscountPercentage', percentage: 0.15 } },
          codes: Array.from({ length: 150 }, (_, at) => `ANNA${at}`),
        },
      ],
    });
    const stock = await read('inventory');
    expect(stock.flatMap(({ inventory }) => inventory)).toEqual([
      { sku: 'A', location: 'Berlin', on_hand: '7', inbound: '3', as_of: TIME.until.toISOString() },
    ]);
    expect(stock.at(-1)?.gaps).toEqual(['1 variants with a stock count have no SKU.']);
    const codes = (await read('codes')).flatMap((page) => page.codes);
    expect(codes).toHaveLength(150);
    expect(codes[149]).toMatchObject({ code: 'ANNA149', percent_off: '15', ends_at: null });
  });

  it('says that the token is wrong or a scope is missing, without showing the token', async () => {
    await open({ scopes: ['read_orders', 'write_discounts'] });
    await expect(read('orders', { token: 'wrong-word' })).rejects.toMatchObject({
      code: 'system_sign_in_refused',
    });
    const checks = await SHOPIFY_SYSTEM.check(credentials(), AbortSignal.timeout(5_000));
    expect(checks.map(({ ok, message }) => [ok, message])).toEqual([
      [true, 'The app may read orders; without read_all_orders only those of the last 60 days.'],
      [false, 'The app lacks the scope read_inventory.'],
      [true, 'The app may read discount codes.'],
    ]);
    const wrong = await SHOPIFY_SYSTEM.check(credentials('wrong-word'), AbortSignal.timeout(5_000));
    expect(wrong.every(({ ok }) => !ok)).toBe(true);
    expect(JSON.stringify(wrong)).not.toContain('wrong-word');
  });
});
