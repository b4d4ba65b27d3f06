import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { DEMO_COLUMNS, type DemoRow, type DemoRows } from './rows.ts';
import { writeDemoCsv } from './write-demo-csv.ts';

const code: DemoRow<'codes'> = {
  code: 'TEA, "10"',
  kind: 'public',
  owner_partner_id: '',
  percent_off: '10',
  amount_off: '',
  currency: '',
  starts_at: '2026-05-01T00:00:00.000Z',
  ends_at: '',
};
const none = { partners: [], products: [], inventory: [], clicks: [], site_events: [], conversions: [] };
const rows: DemoRows = { ...none, orders: [], refunds: [], rates: [], codes: [code] };

it('writes generic CSV with the header of the kind and every row', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'demo-csv-'));
  try {
    await writeDemoCsv(directory, rows, ['codes']);
    const written: string[][] = parse(readFileSync(join(directory, 'codes.csv')));
    expect(written).toEqual([[...DEMO_COLUMNS.codes], Object.values(code)]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
