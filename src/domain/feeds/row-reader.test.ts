import { describe, expect, it } from 'vitest';
import { Refusal } from '../errors.ts';
import { FEED_COLUMNS } from './columns.ts';
import { IMPORT_KINDS } from './kinds.ts';
import { headerName, rowReader } from './row-reader.ts';

const refund = ['refund_id', 'quantity', 'amount', 'currency', 'refunded_at'];
const refundCells = ['r1', '2', '12.50', 'gbp', '2026-03-01T12:00:00Z'];

function refusal(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('rowReader', () => {
  it('gives canonical text in the order of its columns, whatever the order of the file', () => {
    const reader = rowReader('refunds', refund.toReversed());
    expect(reader.columns).toEqual(Object.keys(FEED_COLUMNS.refunds));
    expect(reader.read(refundCells.toReversed())).toEqual([
      ...['r1', null, '', null, null, '2', '12500000', 'GBP', '2026-03-01T12:00:00Z'],
      null,
    ]);
  });

  it.each(IMPORT_KINDS)('stops without a required column of %s, naming it', (kind) => {
    for (const [name, column] of Object.entries(FEED_COLUMNS[kind])) {
      const header = Object.keys(FEED_COLUMNS[kind]).filter((other) => other !== name);
      if (!('required' in column)) expect(() => rowReader(kind, header)).not.toThrow();
      else {
        const { code, sentence } = refusal(() => rowReader(kind, header));
        expect(code).toBe('column_missing');
        expect(sentence).toContain(`needs the column ${name};`);
      }
    }
  });

  it.each([
    [0, '', 'refund_id is empty.'],
    [0, '  ', 'refund_id is empty.'],
    [0, 'r'.repeat(201), /^refund_id must be at most 200 characters long, not "r+…"\.$/],
    [1, '2.5', 'quantity must be a whole number from 0 to 2147483647, not "2.5".'],
    [1, '-1', 'quantity must be a whole number from 0 to 2147483647, not "-1".'],
    [2, '12,50', /^amount must be an amount in decimal text .+, not "12,50"\.$/],
    [3, '£', 'currency must be a currency in three letters, as in GBP, not "£".'],
    [4, 'yesterday', /^refunded_at must be an ISO 8601 time .+, not "yesterday"\.$/],
  ])('says why cell %i %j cannot be loaded', (index, text, reason) => {
    const cells = refundCells.with(index, text);
    expect(rowReader('refunds', refund).read(cells)).toEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    );
  });

  it('keeps unknown columns as extra data and knows what the file gave', () => {
    const reader = rowReader('refunds', [...refund, 'warehouse', '', 'note']);
    expect(reader.read([...refundCells, 'North', 'x', ''])).toContain('{"warehouse":"North"}');
    expect(reader.given).toEqual(new Set([...refund, 'extra']));
    expect(rowReader('refunds', refund).given).toEqual(new Set(refund));
  });

  it('names a partner without a name by its id', () => {
    expect(rowReader('partners', ['partner_id']).read(['p1'])?.slice(0, 4)).toEqual([
      'p1',
      'p1',
      'other',
      'direct',
    ]);
  });

  it('keeps the network’s own word beside the status it means', () => {
    const header = [
      'conversion_id',
      'network',
      'partner_id',
      'converted_at',
      'amount',
      'commission',
      'currency',
      'status',
    ];
    const cells = ['c1', 'awin', 'p1', '2026-03-01', '10', '1', 'GBP', 'Declined'];
    const values = rowReader('conversions', header).read(cells);
    expect(values).toContain('reversed');
    expect(values).toContain('Declined');
  });
});

describe('headerName', () => {
  it.each([
    ['Partner ID', 'partner_id'],
    ['  partner_id ', 'partner_id'],
    ['UNIT-PRICE', 'unit_price'],
  ])('reads %j as %j', (cell, name) => {
    expect(headerName(cell)).toBe(name);
  });
});
