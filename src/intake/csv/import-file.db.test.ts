import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FEED_TABLES } from '../../../db/queries/import/feed-table.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { IMPORT_KINDS, type ImportFormat, type ImportKind } from '../../domain/feeds/kinds.ts';
import { importFile } from './import-file.ts';
import { SAMPLE_FILES } from './testing/sample-files.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-import-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
beforeEach(async () => {
  const tables = Object.values(FEED_TABLES).map(({ table }) => table);
  await database.pools.app.query(`truncate ${tables.join(', ')}`);
});

const ask = async (text: string) => (await database.pools.app.query(text)).rows;

function load(kind: ImportKind, content: string | Buffer, format: ImportFormat = 'generic') {
  const path = join(folder, 'feed.csv');
  writeFileSync(path, content);
  return importFile({ pool: database.pools.app, dataFolder: folder }, { kind, path, format });
}

const refunds = (...rows: string[]) =>
  `refund_id,quantity,amount,currency,refunded_at,note\n${rows.join('\n')}\n`;
const refund = 'r1,1,9.99,GBP,2026-03-01T12:00:00Z,';

describe('importFile', () => {
  it.each(IMPORT_KINDS)('loads %s, and nothing the second time', async (kind) => {
    const nothing = { updated: 0, rejected: 0, rejectsFile: null, notes: [] };
    expect(await load(kind, SAMPLE_FILES[kind])).toEqual({
      kind,
      rows: 2,
      inserted: 2,
      unchanged: 0,
      ...nothing,
    });
    const rows = await ask(`select * from ${FEED_TABLES[kind].table}`);
    expect(rows).toHaveLength(2);
    expect(await load(kind, SAMPLE_FILES[kind])).toEqual({
      kind,
      rows: 2,
      inserted: 0,
      unchanged: 2,
      ...nothing,
    });
    expect(await ask(`select * from ${FEED_TABLES[kind].table}`)).toEqual(rows);
  });

  it('rejects rates between currencies that are none, by line', async () => {
    const { rejectsFile, ...result } = await load(
      'fx_rates',
      'from_currency,to_currency,day,rate\nSEK,GBP,2026-03-02,0.0740\nSEK,GBP,yesterday,0.07\nSEK,GBP,2026-03-03,0\nkronor,GBP,2026-03-03,1\n',
    );
    expect(result).toMatchObject({ rows: 4, inserted: 1, rejected: 3 });
    const rejects = readFileSync(rejectsFile ?? '', 'utf8');
    expect(rejects).toMatch(/^3,.*day must be a day/m);
    expect(rejects).toMatch(/^4,.*rate must be a rate above zero/m);
    expect(rejects).toMatch(/^5,.*from_currency must be a currency/m);
    expect(await ask(`select rate::text, source from fx_rate where from_currency = 'SEK'`)).toEqual([
      { rate: '0.074', source: '' },
    ]);
  });

  it('takes columns in any order, case and spacing, with a byte order mark and Windows line ends', async () => {
    const content =
      '\ufeffCURRENCY, Refund ID ,Refunded-At,amount,Quantity\r\ngbp, r1 ,2026-03-01 14:00:00+02:00,9.99,1.0\r\n';
    expect(await load('refunds', content)).toMatchObject({ inserted: 1, rejected: 0 });
    expect(await ask('select refund_id, currency, amount_micros, refunded_at, quantity from refund')).toEqual(
      [
        {
          refund_id: 'r1',
          currency: 'GBP',
          amount_micros: 9_990_000n,
          refunded_at: new Date('2026-03-01T12:00:00Z'),
          quantity: 1,
        },
      ],
    );
  });

  it('says that times without a zone were taken for UTC', async () => {
    const { notes } = await load('refunds', refunds(refund, 'r2,1,9.99,GBP,2026-03-01 12:00,'));
    expect(notes).toEqual([
      'Times without a zone were taken for UTC, the first on line 3: refunded_at 2026-03-01 12:00.',
    ]);
  });

  it('keeps unknown columns as extra data and adds to what is known', async () => {
    await load('refunds', refunds(`${refund}by mail`));
    await load(
      'refunds',
      'refund_id,quantity,amount,currency,refunded_at,Shop Floor\nr1,1,9.99,GBP,2026-03-01T12:00:00Z,2\n',
    );
    expect(await ask('select extra from refund')).toEqual([{ extra: { note: 'by mail', shop_floor: '2' } }]);
  });

  it('loads the good rows and writes the bad ones with line, reason and row', async () => {
    const result = await load(
      'refunds',
      refunds(
        refund,
        'r2,1,9.99,GBP',
        ',1,9.99,GBP,2026-03-01T12:00:00Z,',
        'r4,one,9.99,GBP,2026-03-01T12:00:00Z,',
        'r5,1,9.99,GBP,2026-03-01T12:00:00Z,"open',
        '=r6,1,"9,99",GBP,2026-03-01T12:00:00Z,',
        'r7,1,9.99,GBP,2026-03-01T12:00:00Z,\0',
        'r8,1,9.99,GBP,2026-03-01T12:00:00Z,fine',
      ),
    );
    const rejectsFile = join(folder, 'rejects', 'feed.csv.refunds.rejects.csv');
    expect(result).toMatchObject({ rows: 8, inserted: 2, rejected: 6, rejectsFile });
    expect(readFileSync(rejectsFile, 'utf8')).toBe(
      [
        'line,reason,row',
        '3,The row has 4 cells where the header has 6.,"r2,1,9.99,GBP"',
        '4,refund_id is empty.,",1,9.99,GBP,2026-03-01T12:00:00Z,"',
        '5,"quantity must be a whole number from 0 to 2147483647, not ""one"".","r4,one,9.99,GBP,2026-03-01T12:00:00Z,"',
        '6,A quote is opened and not closed.,"r5,1,9.99,GBP,2026-03-01T12:00:00Z,""open"',
        '7,"amount must be an amount in decimal text with a point and at most six decimals, as in 12.34, and not below zero, not ""9,99"".","\'=r6,1,""9,99"",GBP,2026-03-01T12:00:00Z,"',
        '8,The row has a NUL byte.,"r7,1,9.99,GBP,2026-03-01T12:00:00Z,\0"',
        '',
      ].join('\n'),
    );
  });

  it('removes the rejects file when the mended file goes through', async () => {
    const { rejectsFile } = await load('refunds', refunds('r1'));
    expect(rejectsFile).not.toBeNull();
    expect(await load('refunds', refunds(refund))).toMatchObject({ rejected: 0, rejectsFile: null });
    expect(() => readFileSync(rejectsFile ?? '')).toThrow('ENOENT');
  });

  it('takes the same row twice for one, and rejects one that contradicts an earlier line', async () => {
    const content = refunds(refund, refund, refund.replace('9.99', '5.00'), refund.replace('r1', 'r2'));
    const result = await load('refunds', content);
    expect(result).toMatchObject({ rows: 4, inserted: 2, updated: 0, unchanged: 1, rejected: 1 });
    expect(readFileSync(result.rejectsFile ?? '', 'utf8')).toContain(
      '4,Line 2 has the same id and says otherwise; that one was kept.,"r1,1,5.00,',
    );
    expect(await load('refunds', content)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 3,
      rejected: 1,
    });
    expect(await ask(`select amount_micros from refund where refund_id = 'r1'`)).toEqual([
      { amount_micros: 9_990_000n },
    ]);
  });

  it('finds the earlier line of a click and of a conversion whatever their times', async () => {
    const [header, first] = SAMPLE_FILES.clicks.split('\n');
    const moved = first?.replace('2026-02-28', '2026-01-28');
    expect(await load('clicks', [header, first, moved, first].join('\n'))).toMatchObject({
      ...{ rows: 3, inserted: 1, unchanged: 1, rejected: 1 },
    });
    const [names, sale] = SAMPLE_FILES.conversions.split('\n');
    const again = [sale?.replace(',p1,', ',p9,'), sale?.replace(':59Z,12', ':58Z,12'), sale];
    expect(await load('conversions', [names, sale, ...again].join('\n'))).toMatchObject({
      ...{ rows: 4, inserted: 1, unchanged: 1, rejected: 2 },
    });
  });

  it('changes what a later file says otherwise', async () => {
    await load('orders', SAMPLE_FILES.orders);
    const delivered = SAMPLE_FILES.orders.replace('00:00:00Z,,2', '00:00:00Z,2026-03-09T00:00:00Z,2');
    expect(await load('orders', delivered)).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
    expect(await ask(`select delivered_at from order_line where line_id = '2'`)).toEqual([
      { delivered_at: new Date('2026-03-09') },
    ]);
  });

  it.each([
    ['', 'file_unreadable: The file is empty.'],
    [
      'refund_id,quantity,amount,refunded_at\n',
      'column_missing: A file of refunds needs the column currency;',
    ],
    ['refund_id;quantity;amount;currency\n', 'needs the column refund_id, quantity, amount'],
    [
      'refund_id,Refund ID,quantity,amount,currency,refunded_at\n',
      'input_invalid: The header has the column refund_id twice',
    ],
    ['[{"id": 1}]', 'format_unknown: The file is JSON; name its format'],
    [Buffer.from('\ufeffrefund_id', 'utf16le'), 'file_unreadable: feed.csv is UTF-16'],
  ])('stops at %j and loads nothing', async (content, sentence) => {
    await expect(load('refunds', content)).rejects.toThrow(sentence);
    expect(await ask('select from refund')).toEqual([]);
  });

  it('refuses a file that is not there, and a format that does not hold the kind', async () => {
    const deps = { pool: database.pools.app, dataFolder: folder };
    await expect(
      importFile(deps, { kind: 'clicks', path: join(folder, 'missing.csv'), format: 'generic' }),
    ).rejects.toThrow('there is no such file');
    await expect(load('clicks', SAMPLE_FILES.clicks, 'awin')).rejects.toThrow('format_unknown');
  });

  it('loads a header without rows', async () => {
    expect(await load('refunds', 'refund_id,quantity,amount,currency,refunded_at')).toMatchObject({
      rows: 0,
    });
  });
});
