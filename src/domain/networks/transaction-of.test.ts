import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMicros } from '../money/micros.ts';
import { draftWith } from './transaction-draft.ts';
import { transactionOf } from './transaction-of.ts';

const NOW = new Date('2026-03-10T00:00:00Z');
const DRAFT = draftWith({
  transactionId: '7',
  partnerRef: '8',
  convertedAt: '2026-03-01T10:42:00+01:00',
  sale: '97.26',
  commission: '7.781',
  currency: 'GBP',
  statusRaw: 'pending',
});
const read = (change: object) => transactionOf('awin', { ...DRAFT, ...change }, { id: '7' }, NOW);

describe('transactionOf', () => {
  it('reads amounts exactly and times into UTC', () => {
    expect(read({ items: [{ sku: 'A', quantity: '3', unitPrice: '0.1' }] })).toEqual({
      transaction: expect.objectContaining({
        convertedAt: new Date('2026-03-01T09:42:00Z'),
        sale: 97_260_000n,
        commission: 7_781_000n,
        orderRef: null,
        status: 'pending',
        items: [{ sku: 'A', name: null, category: null, quantity: 3, sale: 300_000n, commission: null }],
        raw: { id: '7' },
      }),
    });
  });

  it('reads any amount that money writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (micros) => {
        expect(read({ sale: formatMicros(micros) })).toMatchObject({ transaction: { sale: micros } });
      }),
    );
  });

  it.each([
    [{ sale: '1,234.00' }, 'sale must be an amount in decimal text'],
    [{ sale: '0.30000000000000004' }, 'sale must be an amount in decimal text'],
    [{ commission: '' }, 'commission is empty.'],
    [{ currency: 'pounds' }, 'currency must be'],
    [{ currency: '' }, 'currency must be'],
    [{ convertedAt: '' }, 'convertedAt is empty.'],
    [{ convertedAt: '01/03/2026' }, 'convertedAt must be'],
    [{ clickedAt: 'yesterday' }, 'clickedAt must be'],
    [{ ttcSeconds: '1.5' }, 'ttcSeconds must be a whole number'],
    [{ transactionId: '' }, 'transactionId is empty or too long.'],
    [{ partnerRef: '' }, 'partnerRef is empty or too long.'],
    [{ orderRef: 'x'.repeat(501) }, 'orderRef is empty or too long.'],
    [{ items: [{ sale: 'ten' }] }, 'the sale of an item must be'],
  ])('sets %j aside with a sentence', (change, sentence) => {
    expect(read(change)).toEqual({
      setAside: expect.objectContaining({ problem: expect.stringContaining(sentence), raw: { id: '7' } }),
    });
  });
});
