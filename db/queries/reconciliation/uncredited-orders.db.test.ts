import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { loadRows } from '../import/load-rows.ts';
import { listExceptions } from './list-exceptions.ts';
import { reconcile } from './reconcile.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;
const policy = RECONCILIATION_POLICY_DEFAULTS;

const order = (order_id: string, ordered_at: string, more: object = {}) => ({
  order_id,
  line_id: '1',
  visitor_id: `v-${order_id}`,
  ordered_at,
  quantity: '1',
  unit_price: '10',
  currency: 'GBP',
  code: null,
  ...more,
});
const click = (click_id: string, visitor_id: string, clicked_at: string, partner_id = 'p1') => ({
  click_id,
  visitor_id,
  clicked_at,
  partner_id,
});

beforeAll(async () => {
  await loadRows(pool, 'orders', [
    order('clicked', '2026-03-01T00:00:00Z'),
    order('credited', '2026-03-01T00:00:00Z'),
    order('stale', '2026-03-01T00:00:00Z'),
    order('coded', '2026-03-01T00:00:00Z', { visitor_id: '', code: ' mine ' }),
    order('unknown', '2026-03-01T00:00:00Z', { visitor_id: '' }),
    order('fresh', '2026-03-09T00:00:00Z'),
    order('later', '2026-03-02T00:00:00Z'),
  ]);
  await loadRows(pool, 'clicks', [
    click('c1', 'v-clicked', '2026-02-20T00:00:00Z'),
    click('c2', 'v-clicked', '2026-02-25T00:00:00Z', 'p2'),
    click('c3', 'v-clicked', '2026-03-02T00:00:00Z', 'after'),
    click('c4', 'v-credited', '2026-02-25T00:00:00Z'),
    click('c5', 'v-stale', '2026-01-29T00:00:00Z'),
    click('c6', 'v-fresh', '2026-03-08T00:00:00Z'),
  ]);
  await loadRows(pool, 'codes', [{ code: 'MINE', kind: 'partner-exclusive', owner_partner_id: 'p3' }]);
  await loadRows(pool, 'conversions', [
    {
      conversion_id: 'x',
      network: 'awin',
      partner_id: 'p1',
      order_id: 'credited',
      converted_at: '2026-03-01T00:00:00Z',
      amount: '10',
      commission: '1',
      currency: 'GBP',
      status: 'pending',
    },
  ]);
});

async function uncredited(day: string) {
  const asOf = new Date(`2026-03-${day}T00:00:00Z`);
  await refreshReconciliation(pool, { asOf, policy });
  const found = await listExceptions(pool, { asOf, now: asOf, kind: 'order_uncredited', limit: 10 });
  return found.map(({ orderId, partner, detail }) => [orderId, partner, detail]);
}

describe('orders that no network reports', () => {
  it('are told where the visitor’s last click in the window, or the code’s owner, proves whose they are', async () => {
    expect(await uncredited('10')).toEqual([
      ['clicked', 'p2', 'c2'],
      ['coded', 'p3', 'MINE'],
    ]);
  });

  it('are told once the network has had its days, and when the click comes in later than the order', async () => {
    await loadRows(pool, 'clicks', [click('c7', 'v-later', '2026-03-01T00:00:00Z', 'p4')]);
    expect(await uncredited('12')).toEqual([
      ['clicked', 'p2', 'c2'],
      ['coded', 'p3', 'MINE'],
      ['fresh', 'p1', 'c6'],
      ['later', 'p4', 'c7'],
    ]);
  });

  it('are no longer told when the network reports them, and stand in the document with a sentence', async () => {
    await loadRows(pool, 'conversions', [
      {
        conversion_id: 'y',
        network: 'awin',
        partner_id: 'p9',
        order_id: 'clicked',
        converted_at: '2026-03-12T00:00:00Z',
        amount: '99',
        commission: '1',
        currency: 'GBP',
        status: 'pending',
      },
    ]);
    const asOf = new Date('2026-03-13T00:00:00Z');
    const { exceptions } = await reconcile(pool, { asOf, now: asOf, policy });
    expect(exceptions.filter(({ orderId }) => orderId === 'clicked')).toMatchObject([
      { kind: 'conversion_late', partner: 'p9', detail: '2026-03-12T00:00:00.000Z' },
      {
        kind: 'sale_amount_differs',
        expected: { micros: '10000000', currency: 'GBP' },
        found: { micros: '99000000', currency: 'GBP' },
        sentence: expect.stringContaining('net value'),
      },
    ]);
    expect(exceptions.map(({ kind }) => kind)).toContain('order_uncredited');
  });
});
