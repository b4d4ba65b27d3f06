import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { importFile } from './import-file.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-awin-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  await database.pools.app.query('truncate conversion');
});

function load(content: string | Buffer) {
  const path = join(folder, 'transactions');
  writeFileSync(path, content);
  return importFile(
    { pool: database.pools.app, dataFolder: folder },
    { kind: 'conversions', path, format: 'awin' },
  );
}

describe('importFile of Awin', () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../../connectors/awin/fixtures/${name}`, import.meta.url));
  const conversions = () =>
    database.pools.app
      .query(`select conversion_id, partner_id, status, status_raw, amount_micros, commission_micros, currency, lapse_seconds, clicked_at
         from conversion where network = 'awin' order by conversion_id`)
      .then(({ rows }) => rows);

  it('loads transactions as JSON, exact to the last decimal, times in UTC', async () => {
    const result = await load(fixture('transactions.json'));
    expect(result).toMatchObject({ rows: 4, inserted: 3, rejected: 1 });
    expect(result.notes).toEqual([expect.stringContaining('taken for UTC')]);
    expect(readFileSync(result.rejectsFile ?? '', 'utf8')).toContain(
      'The sale is in GBP and its commission in EUR',
    );
    expect(await conversions()).toEqual([
      {
        conversion_id: '1900000001',
        partner_id: '2002',
        status: 'pending',
        status_raw: 'pending',
        amount_micros: 97_260_000n,
        commission_micros: 7_781_000n,
        currency: 'GBP',
        lapse_seconds: 1_583n,
        clicked_at: new Date('2026-03-01T10:15:00Z'),
      },
      expect.objectContaining({ status: 'paid', status_raw: 'approved', amount_micros: 1_005_000n }),
      expect.objectContaining({ status: 'reversed', status_raw: 'declined', currency: 'EUR' }),
    ]);
    expect(await load(fixture('transactions.json'))).toMatchObject({
      inserted: 0,
      unchanged: 3,
    });
  });

  it('loads the flattened CSV onto the same rows', async () => {
    await load(fixture('transactions.json'));
    const before = await conversions();
    expect(await load(fixture('transactions.csv'))).toMatchObject({
      ...{ rows: 3, inserted: 0, updated: 2, rejected: 1 },
    });
    expect(await conversions()).toEqual(before);
  });

  it.each([
    ['{"error": "unauthorized"}', 'The file is not a list of transactions: {"error"'],
    ['[{"id": 1}', 'ends before its JSON does'],
    ['id,publisherId\n', "Awin's CSV needs the column commissionAmount.amount"],
    ['', 'The file is empty.'],
  ])('stops at %j', async (content, sentence) => {
    await expect(load(content)).rejects.toThrow(sentence);
  });

  it('rejects an element that is no transaction, and goes on', async () => {
    const result = await load('[{oops}, 5, {"id": 1, "voucherCode": "\\u0000"}, {"id": 2}]');
    expect(result).toMatchObject({ rows: 4, rejected: 4 });
  });
});
