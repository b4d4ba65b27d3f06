import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { countExceptions } from './count-exceptions.ts';
import { listExceptions } from './list-exceptions.ts';
import { reconcile } from './reconcile.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { AT, loadSmallProgramme, NOW, POLICY } from './testing/small-programme.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;
beforeAll(() => loadSmallProgramme(pool));

describe('reconcile', () => {
  it('answers in the agreed shape, the programme’s currency first and no other added to it', async () => {
    const result = await reconcile(pool, AT);
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
    const found = await listExceptions(pool, { ...AT, kind: null, limit: 100 });
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
    expect(await countExceptions(pool, AT)).toHaveLength(12);
    expect(await listExceptions(pool, { ...AT, kind: 'conversion_negative', limit: 9 })).toHaveLength(1);
  });

  it('looks at an earlier or a later moment without booking anything', async () => {
    const books = async () => (await pool.query('select count(*) from ledger_entry')).rows;
    const before = await books();
    const early = await reconcile(pool, { ...AT, asOf: new Date('2026-01-05T00:00:00Z') });
    expect(early.totals.reversed.micros).toBe('0');
    expect(early.lines).toHaveLength(2);
    const later = await reconcile(pool, { ...AT, asOf: new Date('2026-05-01T00:00:00Z') });
    expect(later.lines.find(({ orderId }) => orderId === 'new')?.state).toBe('locked');
    expect(await books()).toEqual(before);
    expect((await reconcile(pool, AT)).lines.find(({ orderId }) => orderId === 'new')?.state).toBe('pending');
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
