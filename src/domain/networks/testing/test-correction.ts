import type { Correction } from '../correction.ts';

/** A correction that takes a whole sale of £97.26 back. */
export function testCorrection(change: Partial<Correction> = {}): Correction {
  return {
    network: 'awin',
    transactionId: '1900000001',
    orderRef: 'ORDER-1',
    convertedAt: '2026-03-01T10:42:00Z',
    before: { status: 'pending', sale: '97260000', commission: '7781000' },
    after: { status: 'reversed', sale: '0', commission: '0' },
    currency: 'GBP',
    reason: 'returned',
    items: null,
    returned: null,
    moneyEffect: '-7781000',
    ...change,
  };
}
