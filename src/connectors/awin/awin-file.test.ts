import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../domain/errors.ts';
import { csvRecord } from '../../domain/networks/csv-record.ts';
import { type FileRow, fileCells, fileColumns } from '../../domain/networks/file-cells.ts';
import { AWIN_FILE } from './read.ts';

const fixture: unknown[] = JSON.parse(
  readFileSync(new URL('./fixtures/transactions.json', import.meta.url), 'utf8'),
);

function named(row: FileRow): Record<string, string> {
  if ('problem' in row) throw new Error(row.problem);
  return Object.fromEntries(fileColumns(AWIN_FILE).map((column, index) => [column, row.cells[index] ?? '']));
}

describe('a file of Awin', () => {
  it('places every field that a conversion has, and keeps the whole record', () => {
    const { awin, ...row } = named(fileCells(AWIN_FILE, fixture[0]));
    expect(row).toEqual({
      conversion_id: '1900000001',
      network: 'awin',
      partner_id: '2002',
      sub_id: 'newsletter-3',
      order_id: 'ORDER-1',
      clicked_at: '2026-03-01T10:15:00',
      converted_at: '2026-03-01T10:42:00',
      amount: '97.26',
      commission: '7.781',
      currency: 'GBP',
      status: 'pending',
      status_raw: 'pending',
      code: 'AUTUMN10',
      customer_type: '',
      device: 'iPhone',
      lapse_seconds: '1583',
    });
    expect(JSON.parse(awin ?? '')).toEqual(fixture[0]);
  });

  it('calls paid what the publisher was paid, and keeps Awin’s own word', () => {
    expect(named(fileCells(AWIN_FILE, fixture[1]))).toMatchObject({ status: 'paid', status_raw: 'approved' });
  });

  it('refuses a sale and a commission in two currencies', () => {
    expect(fileCells(AWIN_FILE, fixture[3])).toEqual({
      problem: 'The sale is in GBP and its commission in EUR; a row has one currency.',
    });
  });

  it.each([[null], ['text'], [[1]], [{ id: '1', saleAmount: 5 }]])('refuses %j', (value) => {
    expect(fileCells(AWIN_FILE, value)).toEqual({
      problem: expect.stringContaining('not an Awin transaction'),
    });
  });

  it('leaves what is absent empty, for the row reader to judge', () => {
    expect(named(fileCells(AWIN_FILE, {}))).toMatchObject({ conversion_id: '', amount: '', network: 'awin' });
  });
});

describe('a CSV of Awin', () => {
  const header = [
    'Transaction ID',
    'affiliateId',
    'commission',
    'saleAmount_amount',
    'currency',
    'transactionDate',
  ];

  it('reads the same fields under flattened names', () => {
    const read = csvRecord(AWIN_FILE, [...header, 'clickRef', 'Customer Acquisition']);
    expect(
      named(fileCells(AWIN_FILE, read(['7', '8', '1.5', '10', 'GBP', '2026-03-01', 'ref', 'Existing']))),
    ).toMatchObject({
      conversion_id: '7',
      partner_id: '8',
      commission: '1.5',
      amount: '10',
      currency: 'GBP',
      sub_id: 'ref',
      customer_type: 'returning',
    });
  });

  it.each(header.map((_, index) => [index]))('stops without required column %i, naming it', (index) => {
    expect(() => csvRecord(AWIN_FILE, header.toSpliced(index, 1))).toThrow(Refusal);
    expect(() => csvRecord(AWIN_FILE, header.toSpliced(index, 1))).toThrow(
      /column_missing: Awin's CSV needs the column \w+/,
    );
  });
});
