import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMicros } from '../money/micros.ts';
import { readNews } from './read-news.ts';
import type { ShopNews } from './shop-news.ts';
import { madeShopifyOrder, madeWooOrder } from './testing/made-orders.ts';
import type { WebhookSettings } from './webhook-settings.ts';
import { signatureHolds } from './webhook-signature.ts';

const SETTINGS: WebhookSettings = {
  shopify: { secrets: ['s'], orderName: 'number' },
  woocommerce: { secrets: ['w'] },
  refersion: { secrets: ['ref secret'] },
};
const news = (
  system: 'shopify' | 'woocommerce',
  topic: string,
  value: unknown,
  settings: WebhookSettings = SETTINGS,
) => readNews({ system, topic, body: Buffer.from(JSON.stringify(value)) }, settings);
const told = (...args: Parameters<typeof news>): ShopNews => {
  const read = news(...args);
  if (!('orders' in read)) throw new Error(JSON.stringify(read));
  return read;
};

describe('signatureHolds', () => {
  const body = Buffer.from('{"id":1}');
  const sign = (secret: string) => createHmac('sha256', secret).update(body).digest();

  it('holds for either of two secrets, in base64 or hex', () => {
    for (const secret of ['old', 'new']) {
      expect(signatureHolds(body, sign(secret).toString('base64'), ['old', 'new'])).toBe(true);
      expect(signatureHolds(body, sign(secret).toString('hex'), ['old', 'new'])).toBe(true);
    }
  });

  it('never holds without a secret, without a signature, for other bytes or for a piece of one', () => {
    const right = sign('s').toString('base64');
    expect(signatureHolds(body, right, [])).toBe(false);
    expect(signatureHolds(body, undefined, ['s'])).toBe(false);
    expect(signatureHolds(Buffer.from('{"id":2}'), right, ['s'])).toBe(false);
    expect(signatureHolds(body, right.slice(0, 20), ['s'])).toBe(false);
    expect(signatureHolds(body, '', ['s'])).toBe(false);
  });
});

describe('an order of Shopify', () => {
  it('gives a row for each line, by the name the networks know', () => {
    const { order, orders, refunds } = told('shopify', 'orders/updated', madeShopifyOrder());
    expect(order).toMatchObject({ orderId: '1234', version: new Date('2026-03-02T15:00:00Z') });
    expect(orders[0]).toMatchObject({
      line_id: '866550311766439020',
      unit_price: '19.90',
      discount: '3.350000',
    });
    expect(orders[1]).toMatchObject({ sku: null, quantity: '1', discount: '0.000000', code: 'SPRING' });
    expect(refunds).toEqual([]);
    const settings = { ...SETTINGS, shopify: { secrets: [], orderName: 'name' as const } };
    expect(told('shopify', 'orders/paid', madeShopifyOrder(), settings).order?.orderId).toBe('#9999');
  });

  it('keeps ids that are longer than a number', () => {
    const body = Buffer.from(
      JSON.stringify(madeShopifyOrder()).replace('"820982911946154508"', '820982911946154508'),
    );
    const read = readNews({ system: 'shopify', topic: 'orders/create', body }, SETTINGS);
    expect(read).toMatchObject({ order: { resourceId: '820982911946154508' } });
  });

  it('counts a line that stands twice in one refund once, with the sum', () => {
    const line = { line_item_id: 1, quantity: 1, subtotal: 18.55 };
    const { refunds } = told(
      'shopify',
      'orders/updated',
      madeShopifyOrder({
        refunds: [{ id: 9, created_at: '2026-03-03T00:00:00Z', refund_line_items: [line, line] }],
      }),
    );
    expect(refunds).toEqual([
      expect.objectContaining({ refund_id: '9', line_id: '1', quantity: '2', amount: '37.100000' }),
    ]);
  });

  it('is given back whole when it is cancelled, less what was refunded already', () => {
    const { refunds } = told(
      'shopify',
      'orders/cancelled',
      madeShopifyOrder({
        cancelled_at: '2026-03-05T00:00:00Z',
        line_items: [
          { id: 1, sku: 'A', quantity: 3, price: '10.00', discount_allocations: [{ amount: '3.00' }] },
        ],
        refunds: [
          {
            id: 9,
            created_at: '2026-03-03T00:00:00Z',
            refund_line_items: [{ line_item_id: 1, quantity: 1, subtotal: '9.00' }],
          },
        ],
      }),
    );
    expect(refunds.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      ['1', '9.000000'],
      ['2', '18.000000'],
    ]);
  });

  it('is delivered with its last parcel, and not before', () => {
    const parcel = (status: string, at: string) => ({ shipment_status: status, updated_at: at });
    const fulfillments = [
      parcel('delivered', '2026-03-04T00:00:00Z'),
      parcel('delivered', '2026-03-06T00:00:00Z'),
    ];
    expect(
      told('shopify', 'orders/updated', madeShopifyOrder({ fulfillments })).orders[0]?.delivered_at,
    ).toBe('2026-03-06T00:00:00Z');
    const under = [...fulfillments, parcel('in_transit', '2026-03-07T00:00:00Z')];
    expect(
      told('shopify', 'orders/updated', madeShopifyOrder({ fulfillments: under })).orders[0]?.delivered_at,
    ).toBeNull();
  });

  it('is left out when it is a test, of another topic, or not what it should be', () => {
    expect(news('shopify', 'orders/create', madeShopifyOrder({ test: true }))).toHaveProperty('ignored');
    expect(news('shopify', 'inventory_levels/update', {})).toHaveProperty('ignored');
    expect(news('shopify', 'orders/create', { id: 1 })).toHaveProperty('broken');
    expect(readNews({ system: 'shopify', topic: 'orders/create', body: Buffer.from('{') }, SETTINGS)).toEqual(
      {
        broken: 'The message is no JSON.',
      },
    );
  });
});

describe('an order of WooCommerce', () => {
  it('keeps what was paid for a line to the micro, whatever the quantity', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 999_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (quantity, cents, share) => {
          const subtotal = (cents / 100).toFixed(2);
          const total = ((cents * share) / 100).toFixed(2);
          const line = { id: 1, sku: 'A', quantity, subtotal, total };
          const [row] = told('woocommerce', 'order.created', madeWooOrder({ line_items: [line] })).orders;
          const paid =
            parseMicros(row?.unit_price ?? '') * BigInt(quantity) - parseMicros(row?.discount ?? '');
          expect(paid).toBe(parseMicros(total));
        },
      ),
    );
  });

  it('knows a guest again without keeping the address, and takes no refund for a line it is not told', () => {
    const { orders, refunds } = told(
      'woocommerce',
      'order.updated',
      madeWooOrder({ refunds: [{ id: 8, total: '-4.50' }] }),
    );
    expect(orders[0]?.customer_id).toMatch(/^guest-[0-9a-f]{32}$/);
    expect(JSON.stringify(orders)).not.toContain('john');
    expect(refunds).toEqual([
      expect.objectContaining({ refund_id: '8', order_id: '727', quantity: '0', amount: '4.500000' }),
    ]);
    expect(refunds[0]).not.toHaveProperty('line_id');
  });

  it('does not exist before it is paid, and is given back when it is cancelled', () => {
    expect(news('woocommerce', 'order.created', madeWooOrder({ status: 'pending' }))).toHaveProperty(
      'ignored',
    );
    const { refunds } = told('woocommerce', 'order.updated', madeWooOrder({ status: 'cancelled' }));
    expect(refunds).toEqual([expect.objectContaining({ line_id: '315', quantity: '3', amount: '9.000000' })]);
  });
});
