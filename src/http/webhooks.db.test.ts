import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeShopifyOrder, madeWooOrder } from '../domain/webhooks/testing/made-orders.ts';
import type { WebhookSettings } from '../domain/webhooks/webhook-settings.ts';
import { applyWebhooks } from '../intake/webhooks/apply-webhooks.ts';
import { WEBHOOK_BYTES_MAX } from './requests/read-body.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const SETTINGS: WebhookSettings = {
  shopify: { secrets: ['old secret', 'new secret'], orderName: 'number' },
  woocommerce: { secrets: ['woo secret'] },
  refersion: { secrets: ['ref secret'] },
};
const NOW = new Date('2026-04-01T00:00:00Z');
let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ webhooks: SETTINGS, now: () => NOW });
});
afterAll(() => door.close());

const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('base64');
const send = (body: string, headers: Record<string, string>, path = 'shopify') =>
  fetch(`${door.url}/webhooks/${path}`, { method: 'POST', body, headers });
const shopify = (order: object, eventId: string, secret = 'new secret') => {
  const body = JSON.stringify(order);
  return send(body, {
    'x-shopify-hmac-sha256': sign(body, secret),
    'x-shopify-topic': 'orders/updated',
    'x-shopify-webhook-id': eventId,
  });
};
const apply = async () => {
  const { app } = door.database.pools;
  while ((await applyWebhooks(app, { settings: SETTINGS, now: () => NOW })) > 0);
};
const rows = async (sql: string) => (await door.database.pools.app.query(sql)).rows;
const order = (id: number, more: Parameters<typeof madeShopifyOrder>[0] = {}) =>
  madeShopifyOrder({ id, order_number: id, ...more });

describe('POST /webhooks/…', () => {
  it('takes what is signed with either secret, and nothing else', async () => {
    expect((await shopify(order(1), 'a', 'old secret')).status).toBe(200);
    expect((await shopify(order(1), 'b')).status).toBe(200);
    for (const answer of [await shopify(order(1), 'c', 'guess'), await send('{}', {}), await send('', {})]) {
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'signature_wrong' });
    }
    const body = JSON.stringify(madeWooOrder());
    const woo = { 'x-wc-webhook-topic': 'order.created', 'x-wc-webhook-delivery-id': 'd1' };
    expect((await send(body, woo, 'woocommerce')).status).toBe(401);
    const signed = { ...woo, 'x-wc-webhook-signature': sign(body, 'woo secret') };
    expect((await send(body, signed, 'woocommerce')).status).toBe(200);
    expect((await send('webhook_id=7', {}, 'woocommerce')).status).toBe(200);
  });

  it('refuses more than 2 MB and a signed message without a topic', async () => {
    expect((await send('x'.repeat(WEBHOOK_BYTES_MAX + 1), {})).status).toBe(413);
    const answer = await send('{}', { 'x-shopify-hmac-sha256': sign('{}', 'new secret') });
    expect(await answer.json()).toMatchObject({ status: 400, code: 'input_invalid' });
  });

  it('takes nothing at all where no secret is set', async () => {
    const open = await openDoor();
    const body = '{}';
    const headers = { 'x-shopify-hmac-sha256': sign(body, ''), 'x-shopify-topic': 'orders/create' };
    expect((await fetch(`${open.url}/webhooks/shopify`, { method: 'POST', body, headers })).status).toBe(401);
    await open.close();
  });

  it('applies a hundred orders once each, though each came five times and in any order', async () => {
    const sends = Array.from({ length: 500 }, (_, at) => at).sort(
      (a, b) => ((a * 7919) % 500) - ((b * 7919) % 500),
    );
    for (let from = 0; from < sends.length; from += 50) {
      await Promise.all(
        sends.slice(from, from + 50).map((at) => shopify(order(1_000 + (at % 100)), `many-${at % 100}`)),
      );
      if (from === 200) await Promise.all([apply(), apply()]);
    }
    await apply();
    expect(
      await rows(
        `select state, count(*)::int as n from webhook_event where event_id like 'many-%' group by 1`,
      ),
    ).toEqual([{ state: 'applied', n: 100 }]);
    expect(await rows(`select count(*)::int as n from order_line where order_id like '10__'`)).toEqual([
      { n: 200 },
    ]);
  });

  it('keeps the newest state of an order, in whatever order its states come', async () => {
    const state = (quantity: number, at: string) =>
      order(77, { updated_at: at, line_items: [{ id: 1, sku: 'A', quantity, price: '10.00' }] });
    await shopify(state(3, '2026-03-03T00:00:00Z'), 's3');
    await apply();
    await shopify(state(1, '2026-03-01T00:00:00Z'), 's1');
    await shopify(state(2, '2026-03-02T00:00:00Z'), 's2');
    await apply();
    expect(await rows(`select quantity from order_line where order_id = '77'`)).toEqual([{ quantity: 3 }]);
    expect(
      await rows(`select event_id, state from webhook_event where event_id in ('s1', 's2', 's3') order by 1`),
    ).toEqual([
      { event_id: 's1', state: 'superseded' },
      { event_id: 's2', state: 'superseded' },
      { event_id: 's3', state: 'applied' },
    ]);
  });

  it('sets a message aside that is not what it should be, with its bytes, and goes on with the rest', async () => {
    await shopify({ id: 5 }, 'broken');
    await shopify(order(88, { line_items: [{ id: 1, sku: 'A', quantity: 1, price: 'ten' }] }), 'unreadable');
    await shopify(order(89), 'good');
    await apply();
    const states = await rows(
      `select event_id, state, reason is not null as told, body is not null as kept from webhook_event
        where event_id in ('broken', 'unreadable', 'good') order by 1`,
    );
    expect(states).toEqual([
      { event_id: 'broken', state: 'failed', told: true, kept: true },
      { event_id: 'good', state: 'applied', told: false, kept: false },
      { event_id: 'unreadable', state: 'failed', told: true, kept: true },
    ]);
  });
});
