import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { DEMO_COLUMNS } from './rows.ts';
import { writeDemoCsv } from './write-demo-csv.ts';

it('writes generic CSV with the header of the kind and every row', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'demo-csv-'));
  try {
    await writeDemoCsv(directory, new Date('2026-05-15'), ['partners']);
    const rows: string[][] = parse(readFileSync(join(directory, 'partners.csv')));
    expect(rows[0]).toEqual([...DEMO_COLUMNS.partners]);
    expect(rows).toHaveLength(401);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
