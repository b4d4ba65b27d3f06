import type pg from 'pg';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../../src/domain/reconciliation/reconciliation-policy.ts';
import { loadRows } from '../../import/load-rows.ts';

export const NOW = new Date('2026-03-10T12:00:00Z');
export const POLICY = {
  ...RECONCILIATION_POLICY_DEFAULTS,
  clawbackForbiddenPartners: ['keeps'],
  networkLockDays: { awin: 20 },
  reserveLinesMin: 2,
};
export const AT = { asOf: NOW, now: NOW, policy: POLICY };

const order = (order_id: string, ordered_at: string, more: object = {}) => ({
  order_id,
  line_id: '1',
  customer_id: 'k1',
  ordered_at,
  delivered_at: '',
  sku: 'shirt',
  quantity: '2',
  unit_price: '10',
  currency: 'GBP',
  ...more,
});
const conversion = (order_id: string, converted_at: string, more: object = {}) => ({
  conversion_id: `c-${order_id}`,
  network: 'awin',
  partner_id: 'p1',
  order_id,
  converted_at,
  amount: '20',
  commission: '2',
  currency: 'GBP',
  status: 'pending',
  ...more,
});
const refund = (refund_id: string, order_id: string, refunded_at: string, more: object = {}) => ({
  refund_id,
  line_id: order_id === '' ? '' : '1',
  order_id,
  customer_id: 'k1',
  sku: 'shirt',
  quantity: '1',
  amount: '10',
  currency: 'GBP',
  refunded_at,
  ...more,
});

/** Loads two customers' orders, and one of every awkward row. */
export async function loadSmallProgramme(pool: pg.Pool): Promise<void> {
  await pool.query(`insert into programme (name, currency) values ('Test', 'GBP')`);
  await loadRows(pool, 'orders', [
    order('old', '2026-01-01T00:00:00Z'),
    order('leaky', '2026-01-02T00:00:00Z', { customer_id: 'k2' }),
    order('new', '2026-02-20T12:00:00Z'),
    order('euro', '2026-03-09T12:00:00Z', { customer_id: '' }),
    order('tomorrow', '2026-03-11T00:00:00Z', { customer_id: '' }),
  ]);
  await loadRows(pool, 'conversions', [
    conversion('old', '2026-01-01T00:00:00Z', { status: '' }),
    conversion('leaky', '2026-01-02T00:00:00Z', { partner_id: 'keeps', network: 'direct' }),
    conversion('new', '2026-02-20T12:00:00Z'),
    conversion('euro', '2026-03-09T12:00:00Z', { currency: 'EUR' }),
    conversion('nowhere', '2026-03-09T12:00:00Z'),
    conversion('old', '2026-01-01T00:01:00Z', { conversion_id: 'second' }),
    conversion('old', '2026-01-01T00:02:00Z', { conversion_id: 'odd', status: 'zzz' }),
    conversion('old', '2026-01-01T00:02:00Z', { conversion_id: 'minus', commission: '-1' }),
  ]);
  await loadRows(pool, 'refunds', [
    refund('early', 'old', '2026-01-10T00:00:00Z'),
    refund('late', 'leaky', '2026-02-10T00:00:00Z'),
    refund('unnamed', '', '2026-03-01T00:00:00Z'),
    refund('older', 'gone', '2026-03-01T00:00:00Z'),
    refund('line', 'old', '2026-03-01T00:00:00Z', { line_id: '7' }),
    refund('dollars', 'old', '2026-03-01T00:00:00Z', { currency: 'USD' }),
    refund('goodwill', 'old', '2026-03-01T00:00:00Z', { quantity: '0' }),
    refund('much', 'old', '2026-03-02T00:00:00Z', { quantity: '9' }),
    refund('nobody', '', '2026-03-01T00:00:00Z', { customer_id: 'k9' }),
  ]);
}
