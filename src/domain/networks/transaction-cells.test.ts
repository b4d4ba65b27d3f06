import { describe, expect, it } from 'vitest';
import { rowReader } from '../feeds/row-reader.ts';
import { fileCells, fileColumns } from './file-cells.ts';
import { testTransaction } from './testing/test-transaction.ts';
import { transactionCells } from './transaction-cells.ts';
import { draftWith } from './transaction-draft.ts';
import { transactionOf } from './transaction-of.ts';

const DRAFT = draftWith({
  transactionId: '7',
  partnerRef: '8',
  subId: 'blog',
  orderRef: 'ORDER-1',
  clickedAt: '2026-03-01T10:15:00+01:00',
  convertedAt: '2026-03-01T10:42:00+01:00',
  ttcSeconds: '1620',
  sale: '97.26',
  commission: '-7.7810',
  currency: 'GBP',
  statusRaw: 'approved',
  isPaid: true,
  code: 'SPRING',
  customerType: 'existing',
  device: 'iPhone',
});

describe('transactionCells', () => {
  it('makes the same row of an answer and of a file', () => {
    const file = { network: 'awin', title: 'Awin', paths: [], required: [], draftOf: () => DRAFT };
    const raw = { id: '7' };
    const read = rowReader('conversions', fileColumns(file)).read;
    const fromFile = fileCells(file, raw);
    const fromAnswer = transactionOf('awin', DRAFT, raw, new Date(0));
    if ('problem' in fromFile || 'setAside' in fromAnswer) throw new Error('both are read');
    expect(read(transactionCells(fromAnswer.transaction))).toEqual(read(fromFile.cells));
  });

  it('keeps our own status, whatever the network calls it', () => {
    const columns = fileColumns({ network: 'impact' });
    const { read, columns: names } = rowReader('conversions', columns);
    for (const status of [
      'pending',
      'approved',
      'paid',
      'reversed',
      'reversed-provisional',
      'unknown',
    ] as const) {
      const values = read(
        transactionCells(testTransaction({ network: 'impact', status, statusRaw: 'REVERSED' })),
      );
      expect(values[names.indexOf('status')]).toBe(status);
      expect(values[names.indexOf('status_raw')]).toBe('REVERSED');
    }
  });
});
