import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { listAmendments } from './list-amendments.ts';
import { listLateReturns } from './list-late-returns.ts';
import { programmeLiability } from './programme-liability.ts';
import { putFxRate } from './put-fx-rate.ts';
import { readAging } from './read-aging.ts';
import { readEarlyLocks } from './read-early-locks.ts';
import { readReserve } from './read-reserve.ts';
import { refreshReconciliation } from './refresh-reconciliation.ts';
import { statementLines } from './statement-lines.ts';
import { statementTotals } from './statement-totals.ts';
import { loadSmallProgramme, NOW, POLICY } from './testing/small-programme.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
const pool = pools.app;
beforeAll(async () => {
  await loadSmallProgramme(pool);
  await refreshReconciliation(pool, { asOf: NOW, policy: POLICY });
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
