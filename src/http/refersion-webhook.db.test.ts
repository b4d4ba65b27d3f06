import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebhookSettings } from '../domain/webhooks/webhook-settings.ts';
import { applyWebhooks } from '../intake/webhooks/apply-webhooks.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const SETTINGS: WebhookSettings = {
  shopify: { secrets: [], orderName: 'number' },
  woocommerce: { secrets: [] },
  refersion: { secrets: ['ref secret'] },
};
const NOW = new Date('2026-04-01T00:00:00Z');
let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ webhooks: SETTINGS, now: () => NOW });
});
afterAll(() => door.close());

/** A conversion as Refersion's page shows a webhook's body, shortened; written from the document, not recorded. */
const conversion = (more: object = {}) => ({
  id: 555,
  created: '2026-03-01T10:00:00Z',
  status: 'PENDING',
  total: '50.00',
  commission_total: '5.00',
  currency: 'USD',
  order_id: 'O-1',
  affiliate: { id: 12 },
  click: { created: '2026-03-01T09:00:00Z', sub_id: 'story-3' },
  ...more,
});
function send(
  value: unknown,
  encoding: 'hex' | 'base64',
  topic = 'conversion/updated',
  secret = 'ref secret',
) {
  const body = JSON.stringify(value);
  const signature = createHmac('sha256', secret).update(body).digest(encoding);
  return fetch(`${door.url}/webhooks/refersion`, {
    method: 'POST',
    body,
    headers: { 'refersion-signature': signature, 'refersion-topic': topic },
  });
}
const apply = () => applyWebhooks(door.database.pools.app, { settings: SETTINGS, now: () => NOW });
const rows = async (sql: string) => (await door.database.pools.app.query(sql)).rows;

describe('POST /webhooks/refersion', () => {
  it('takes hex and base64 signatures, and no others', async () => {
    expect((await send(conversion(), 'hex')).status).toBe(200);
    expect((await send(conversion(), 'base64')).status).toBe(200);
    const forged = await send(conversion(), 'hex', 'conversion/updated', 'guess');
    expect(forged.status).toBe(401);
    expect(await forged.json()).toMatchObject({ code: 'signature_wrong' });
  });

  it('makes them conversions, each in its newest state, once', async () => {
    const at = (day: number, status: string) =>
      conversion({ updated: `2026-03-0${day}T10:00:00Z`, status, total: `5${day}.00` });
    await send(at(4, 'APPROVED'), 'hex');
    await send(at(2, 'PENDING'), 'hex');
    await apply();
    await send(at(3, 'DENIED'), 'base64');
    await apply();
    expect(
      await rows(
        'select conversion_id, network, partner_id, sub_id, order_id, status, status_raw, amount_micros::text as amount from conversion',
      ),
    ).toEqual([
      {
        conversion_id: '555',
        network: 'refersion',
        partner_id: '12',
        sub_id: 'story-3',
        order_id: 'O-1',
        status: 'approved',
        status_raw: 'APPROVED',
        amount: '54000000',
      },
    ]);
  });

  it('sets aside what is no conversion, keeps why, and ignores other topics', async () => {
    await send({ id: 9, total: 'ten' }, 'hex');
    await send({ id: 10 }, 'hex', 'affiliate/created');
    await send([1], 'hex');
    await apply();
    const states = await rows(
      "select state, reason from webhook_event where state in ('failed', 'ignored') order by state, reason",
    );
    expect(states.map(({ state }) => state)).toEqual(['failed', 'failed', 'ignored']);
    for (const { reason } of states) expect(reason).toMatch(/\.$/);
  });
});
