import type { NetworkTransaction } from '../network-transaction.ts';

/** A pending sale of £97.26 at Awin. */
export function testTransaction(change: Partial<NetworkTransaction> = {}): NetworkTransaction {
  return {
    network: 'awin',
    transactionId: '1900000001',
    orderRef: 'ORDER-1',
    partnerRef: '2002',
    subId: null,
    clickedAt: null,
    convertedAt: new Date('2026-03-01T10:42:00Z'),
    ttcSeconds: null,
    sale: 97_260_000n,
    commission: 7_781_000n,
    currency: 'GBP',
    status: 'pending',
    statusRaw: 'pending',
    reason: null,
    locksAt: null,
    paidAt: null,
    modifiedAt: null,
    customerType: null,
    code: null,
    device: null,
    items: [],
    raw: {},
    ...change,
  };
}
