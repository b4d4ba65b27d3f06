import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { assertLinesCurrent, type CurrentLine, linesAreBound } from './assert-lines.ts';
import type { CommissionHold } from './effects/commission.ts';
import { linesHash } from './lines.ts';

const line = (conversionId: string, commissionMicros = 5n) => ({
  network: 'awin',
  conversionId,
  commissionMicros,
  currency: 'GBP',
});
const lines = [line('a'), line('b')];
const effect = {
  kind: 'commission.hold',
  partnerId: 'p1',
  network: 'awin',
  money: { micros: '10', currency: 'GBP' },
  lines: { count: 2, sha256: linesHash(lines) },
} satisfies z.infer<typeof CommissionHold>;

describe('linesAreBound', () => {
  it('holds for the same lines in any order', () => {
    expect(linesAreBound(effect, lines.toReversed())).toBe(true);
  });

  it.each([
    ['a line less', [line('a')]],
    ['a line more', [...lines, line('c', 0n)]],
    ['another line', [line('a'), line('c')]],
    ['money moved between lines', [line('a', 4n), line('b', 6n)]],
    ['another network', lines.map((one) => ({ ...one, network: 'cj' }))],
    ['another currency', lines.map((one) => ({ ...one, currency: 'USD' }))],
  ])('fails for %s', (_what, others) => {
    expect(linesAreBound(effect, others)).toBe(false);
  });

  it('fails when the money is not the lines’ sum, though hash and count are right', () => {
    expect(linesAreBound({ ...effect, money: { micros: '11', currency: 'GBP' } }, lines)).toBe(false);
  });
});

describe('assertLinesCurrent', () => {
  const current = (more: Partial<CurrentLine> = {}): CurrentLine => ({
    ...line('a'),
    found: 1,
    nowCommissionMicros: 5n,
    nowCurrency: 'GBP',
    nowStatus: 'pending',
    taken: false,
    ...more,
  });

  it('accepts a pending conversion for a hold, a locked or paid one for a clawback', () => {
    const clawback = { ...effect, kind: 'commission.clawback' } as const;
    expect(() => assertLinesCurrent(effect, [current()])).not.toThrow();
    expect(() => assertLinesCurrent(clawback, [current({ nowStatus: 'approved' })])).not.toThrow();
    expect(() => assertLinesCurrent(clawback, [current({ nowStatus: 'paid' })])).not.toThrow();
    expect(() => assertLinesCurrent(clawback, [current()])).toThrow('proposal_stale');
  });

  it.each<[string, Partial<CurrentLine>]>([
    ['gone from the feed', { found: 0, nowStatus: null, nowCommissionMicros: null, nowCurrency: null }],
    ['more than once', { found: 2 }],
    ['another commission', { nowCommissionMicros: 6n }],
    ['another commission', { nowCurrency: 'EUR' }],
    ['status reversed', { nowStatus: 'reversed' }],
    ['status unknown', { nowStatus: 'unknown' }],
    ['already decided', { taken: true }],
  ])('refuses a conversion that is %s', (why, more) => {
    expect(() => assertLinesCurrent(effect, [current(), current(more)])).toThrow(why);
  });
});
