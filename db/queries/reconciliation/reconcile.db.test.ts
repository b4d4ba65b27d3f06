import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECONCILIATION_POLICY_DEFAULTS } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { loadRows } from '../import/load-rows.ts';
import { countExceptions } from './count-exceptions.ts';
import { listAmendments } from './list-amendments.ts';
import { listExceptions } from './list-exceptions.ts';
import { listLateReturns } from './list-late-returns.ts';
import { programmeLiability } from './programme-liability.ts';
import { putFxRate } from './put-fx-rate.ts';
import { readAging } from './read-aging.ts';
import { readEarlyLocks } from './read-early-locks.ts';
import { readReserve } from './read-reserve.ts';
import { reconcile } from './reconcile.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { statementLines } from './statement-lines.ts';
import { statementTotals } from './statement-totals.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;
const NOW = new Date('2026-03-10T12:00:00Z');
const POLICY = {
  ...RECONCILIATION_POLICY_DEFAULTS,
  clawbackForbiddenPartners: ['keeps'],
  networkLockDays: { awin: 20 },
  reserveLinesMin: 2,
};
const at = { asOf: NOW, now: NOW, policy: POLICY };

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

beforeAll(async () => {
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
});

describe('reconcile', () => {
  it('answers in the agreed shape, the programme’s currency first and no other added to it', async () => {
    const result = await reconcile(pool, at);
    expect(result.totals).toEqual({
      earned: { micros: '6000000', currency: 'GBP' },
      reversed: { micros: '2000000', currency: 'GBP' },
      clawback: { micros: '1000000', currency: 'GBP' },
    });
    expect(result.leakage).toEqual({
      amount: { micros: '1000000', currency: 'GBP' },
      lines: 1,
      partners: [{ partner: 'keeps', amount: { micros: '1000000', currency: 'GBP' } }],
    });
    expect(result.otherCurrencies).toMatchObject([
      { currency: 'EUR', totals: { earned: { micros: '2000000', currency: 'EUR' } } },
    ]);
    expect(result.clawbacks).toEqual([
      {
        orderId: 'old',
        lineId: '1',
        partner: 'p1',
        refundId: 'much',
        amount: { micros: '1000000', currency: 'GBP' },
        reason: 'returned_after_lock',
      },
    ]);
    // The first purchase has nothing left, so that both ways of matching agree.
    expect(result.band.fifo).toEqual(result.band.lifo);
    expect(result.lines.map(({ orderId, state }) => [orderId, state])).toEqual([
      ['euro', 'pending'],
      ['leaky', 'leaked'],
      ['new', 'pending'],
      ['old', 'clawed_back'],
    ]);
  });

  it('names everything that it sets aside', async () => {
    const found = await listExceptions(pool, { ...at, kind: null, limit: 100 });
    expect(
      found.map(({ kind, orderId, conversionId, refundId, quantity }) => [
        kind,
        conversionId ?? refundId ?? orderId,
        quantity,
      ]),
    ).toEqual([
      ['conversion_currency_differs', 'c-euro', null],
      ['conversion_duplicate', 'second', null],
      ['conversion_negative', 'minus', null],
      ['conversion_status_unknown', 'odd', null],
      ['conversion_without_order', 'c-nowhere', null],
      ['order_in_future', 'tomorrow', null],
      ['refund_currency_differs', 'dollars', 1],
      ['refund_exceeds_purchase', 'much', 8],
      ['refund_line_unknown', 'line', 1],
      ['refund_matches_nothing', 'nobody', 1],
      ['refund_order_unknown', 'older', 1],
      ['refund_without_quantity', 'goodwill', 0],
    ]);
    expect(await countExceptions(pool, at)).toHaveLength(12);
    expect(await listExceptions(pool, { ...at, kind: 'conversion_negative', limit: 9 })).toHaveLength(1);
  });

  it('looks at an earlier or a later moment without booking anything', async () => {
    const books = async () => (await pool.query('select count(*) from ledger_entry')).rows;
    const before = await books();
    const early = await reconcile(pool, { ...at, asOf: new Date('2026-01-05T00:00:00Z') });
    expect(early.totals.reversed.micros).toBe('0');
    expect(early.lines).toHaveLength(2);
    const later = await reconcile(pool, { ...at, asOf: new Date('2026-05-01T00:00:00Z') });
    expect(later.lines.find(({ orderId }) => orderId === 'new')?.state).toBe('locked');
    expect(await books()).toEqual(before);
    expect((await reconcile(pool, at)).lines.find(({ orderId }) => orderId === 'new')?.state).toBe('pending');
  });

  it('reckons all again when the policy changes', async () => {
    const policy = { ...POLICY, windowDays: 5 };
    const { orders } = await refreshReconciliation(pool, { asOf: NOW, policy });
    expect(orders).toBeNull();
    const { rows } = await pool.query(`select state from reconciliation_line where order_id = 'new'`);
    expect(rows).toEqual([{ state: 'clawed_back' }]);
    await refreshReconciliation(pool, { asOf: NOW, policy: POLICY });
  });
});

describe('the views of the ledger', () => {
  it('keep a reserve for what is pending, by the programme’s own returns', async () => {
    expect(await readReserve(pool, { asOf: NOW, policy: POLICY })).toEqual([
      {
        currency: 'EUR',
        fromDays: 0,
        lines: 1,
        pendingMicros: 2_000_000n,
        rateBps: 1_930,
        isOwnRate: false,
        reserveMicros: 386_000n,
      },
      // Nothing came back within a window after the fifteenth day.
      {
        currency: 'GBP',
        fromDays: 15,
        lines: 1,
        pendingMicros: 1_000_000n,
        rateBps: 0,
        isOwnRate: true,
        reserveMicros: 0n,
      },
    ]);
  });

  it('age what is owed', async () => {
    expect(await readAging(pool, { asOf: NOW, partnerId: 'p1' })).toEqual([
      { currency: 'EUR', stands: 'reserved', fromDays: 0, lines: 1, micros: 2_000_000n, clawbackMicros: 0n },
      { currency: 'GBP', stands: 'reserved', fromDays: 0, lines: 1, micros: 1_000_000n, clawbackMicros: 0n },
      {
        currency: 'GBP',
        stands: 'locked',
        fromDays: 61,
        lines: 1,
        micros: 1_000_000n,
        clawbackMicros: 1_000_000n,
      },
    ]);
  });

  it('warn before a network locks what may still come back', async () => {
    const warned = async (asOf: string) =>
      (await readEarlyLocks(pool, { asOf: new Date(asOf), policy: POLICY })).map(
        ({ daysBefore }) => daysBefore,
      );
    expect(await warned('2026-03-05T11:59:59Z')).toEqual([]);
    expect(await warned('2026-03-05T12:00:00Z')).toEqual([7]);
    expect(await warned('2026-03-09T18:00:00Z')).toEqual([3]);
    expect(await warned('2026-03-12T12:00:00Z')).toEqual([]);
    expect(await readEarlyLocks(pool, { asOf: new Date('2026-03-11T18:00:00Z'), policy: POLICY })).toEqual([
      {
        network: 'awin',
        partnerId: 'p1',
        currency: 'GBP',
        daysBefore: 1,
        firstLocksAt: new Date('2026-03-12T12:00:00Z'),
        lines: 1,
        micros: 1_000_000n,
      },
    ]);
  });

  it('list what networks should hear of, and what came back too late', async () => {
    const amendments = await listAmendments(pool, { partnerId: null, limit: 10 });
    expect(
      amendments.map(({ conversionId, beforeMicros, afterMicros, isLocked }) => [
        conversionId,
        beforeMicros,
        afterMicros,
        isLocked,
      ]),
    ).toEqual([
      ['c-new', 2_000_000n, 1_000_000n, false],
      ['c-old', 2_000_000n, 1_000_000n, true],
    ]);
    const late = await listLateReturns(pool, { partnerId: null, limit: 10 });
    expect(
      late.map(({ kind, refundId, isNamed, amountMicros }) => [kind, refundId, isNamed, amountMicros]),
    ).toEqual([
      ['leaked', 'late', true, 1_000_000n],
      ['clawback', 'much', true, 1_000_000n],
    ]);
  });

  it('state a partner’s lines, and the programme’s debts with a dated rate or alone', async () => {
    const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-03-01T00:00:00Z') };
    expect(
      (await statementLines(pool, { partnerId: 'p1', ...span, limit: 10 })).map(({ orderId }) => orderId),
    ).toEqual(['new', 'old']);
    expect(await statementTotals(pool, { partnerId: 'keeps', ...span })).toMatchObject([
      { currency: 'GBP', state: 'leaked', lines: 1, leakedMicros: 1_000_000n },
    ]);
    const euro = async () =>
      (await programmeLiability(pool, { asOf: NOW, into: 'GBP' })).find(
        ({ currency, account }) => currency === 'EUR' && account === 'reserved',
      );
    expect(await euro()).toMatchObject({ balanceMicros: 2_000_000n, convertedMicros: null, rateDay: null });
    await putFxRate(pool, { from: 'EUR', to: 'GBP', day: '2026-03-01', rate: '0.87', source: 'a test' });
    await putFxRate(pool, { from: 'EUR', to: 'GBP', day: '2026-03-11', rate: '9', source: 'a test' });
    expect(await euro()).toMatchObject({ convertedMicros: 1_740_000n, rateDay: '2026-03-01' });
  });
});
