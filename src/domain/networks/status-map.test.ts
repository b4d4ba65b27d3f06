import { describe, expect, it } from 'vitest';
import { statusOf } from './status-map.ts';

const NOW = new Date('2026-03-10T00:00:00Z');
const BEFORE = new Date('2026-03-09T00:00:00Z');
const AFTER = new Date('2026-03-11T00:00:00Z');

describe('statusOf', () => {
  it.each([
    ['awin', 'pending', false, null, 'pending'],
    ['awin', 'approved', false, null, 'approved'],
    ['awin', 'approved', true, null, 'paid'],
    ['awin', 'declined', true, null, 'reversed'],
    ['awin', 'deleted', false, null, 'reversed'],
    ['cj', 'new', false, AFTER, 'pending'],
    ['cj', 'extended', false, AFTER, 'pending'],
    ['cj', 'locked', false, BEFORE, 'approved'],
    ['cj', 'closed', false, BEFORE, 'paid'],
    ['impact', 'PENDING', false, AFTER, 'pending'],
    ['impact', 'APPROVED', false, BEFORE, 'approved'],
    ['impact', 'APPROVED', true, BEFORE, 'paid'],
    ['impact', 'REVERSED', false, AFTER, 'reversed-provisional'],
    ['impact', 'REVERSED', false, NOW, 'reversed'],
    ['impact', 'REVERSED', false, null, 'reversed-provisional'],
    ['partnerize', 'pending', false, null, 'pending'],
    ['partnerize', 'approved', true, null, 'paid'],
    ['partnerize', 'rejected', false, null, 'reversed'],
    ['partnerize', 'fraudulent', false, null, 'reversed'],
    ['partnerize', 'mixed', false, null, 'unknown'],
    ['refersion', 'PENDING', false, null, 'pending'],
    ['refersion', 'APPROVED', true, null, 'paid'],
    ['refersion', 'UNQUALIFIED', false, null, 'reversed'],
    ['refersion', 'DENIED', false, null, 'reversed'],
    ['rakuten', 'realtime', false, null, 'unknown'],
    ['awin', 'on_holiday', true, BEFORE, 'unknown'],
    ['cj', '', false, null, 'unknown'],
  ] as const)('%s %j, paid %j, locking %j is %s', (network, statusRaw, isPaid, locksAt, status) => {
    expect(statusOf(network, { statusRaw, isPaid, locksAt }, NOW)).toBe(status);
  });
});
