import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FEED_TABLES } from '../../../db/queries/import/feed-table.ts';
import { loadRows } from '../../../db/queries/import/load-rows.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import { IMPORT_KINDS, type ImportKind } from '../../domain/feeds/kinds.ts';
import { exportKind } from './export-kind.ts';
import { importFile } from './import-file.ts';
import { SAMPLE_FILES } from './testing/sample-files.ts';

let database: ClonedDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-export-'));
  database = await cloneDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});
const empty = async () => {
  const tables = Object.values(FEED_TABLES).map(({ table }) => table);
  await database.pools.app.query(`truncate ${tables.join(', ')}`);
};
beforeEach(empty);

async function load(kind: ImportKind, content: string) {
  const path = join(folder, 'feed.csv');
  writeFileSync(path, content);
  return importFile({ pool: database.pools.app, dataFolder: folder }, { kind, path, format: 'generic' });
}

/** A reader that takes its time, so that backpressure is felt. */
async function written(kind: ImportKind, pauseMs = 0): Promise<{ text: string; rows: number }> {
  const pieces: Buffer[] = [];
  const out = new Writable({
    highWaterMark: 1_000,
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(piece);
      void sleep(pauseMs).then(() => done());
    },
  });
  const rows = await exportKind({ pool: database.pools.app }, kind, out);
  return { text: Buffer.concat(pieces).toString(), rows };
}

describe('exportKind', () => {
  it.each(IMPORT_KINDS)('writes %s as they came, and the same again from an empty database', async (kind) => {
    await load(kind, SAMPLE_FILES[kind]);
    expect(await written(kind)).toEqual({ text: SAMPLE_FILES[kind], rows: 2 });
    await empty();
    await load(kind, SAMPLE_FILES[kind]);
    expect((await written(kind)).text).toBe(SAMPLE_FILES[kind]);
  });

  it.each(IMPORT_KINDS)('writes the header alone when there are no %s', async (kind) => {
    const { text, rows } = await written(kind);
    expect(rows).toBe(0);
    expect(text).toMatch(/^[a-z_,]+\n$/);
    expect(await load(kind, text)).toMatchObject({ rows: 0, rejected: 0 });
  });

  it('writes the agreed columns and no more when no row needs more', async () => {
    await loadRows(database.pools.app, 'partners', [{ partner_id: 'p1' }]);
    expect((await written('partners')).text.split('\n')[0]).toBe(
      'partner_id,name,type,network,status,tier,website,email,country,joined_at',
    );
  });

  it('leaves a status empty that no network gave, so that it is not set aside when it comes back', async () => {
    await load('conversions', SAMPLE_FILES.conversions.replaceAll('unknown', ''));
    const stored = async () =>
      (await database.pools.app.query('select status, status_raw from conversion order by conversion_id'))
        .rows;
    const before = await stored();
    expect(before).toContainEqual({ status: 'unknown', status_raw: '' });
    const { text } = await written('conversions');
    expect(text).not.toContain('unknown');
    await empty();
    await load('conversions', text);
    expect(await stored()).toEqual(before);
  });

  it('gives back any text, safe for a spreadsheet on the way', async () => {
    const letters = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '"',
      "'",
      ',',
      '\\',
      'N',
      ' ',
      'é',
      '😀',
      '0',
    );
    const texts = fc.sample(
      fc.oneof(
        fc.array(letters, { maxLength: 8 }).map((all) => all.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      { numRuns: 2_000, seed: 7 },
    );
    const rows = texts
      .map((text) => text.replaceAll('\0', ''))
      .map((text, index) => ({
        sku: `s${index}`,
        currency: 'GBP',
        price: '-5',
        name: text,
        url: `${text}x`,
      }));
    await loadRows(database.pools.app, 'products', rows);
    const first = await written('products');
    const { data } = Papa.parse<Record<string, string>>(first.text, { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(rows.length);
    for (const row of data) {
      expect(row.price).toBe('-5.00');
      expect(row.name).not.toMatch(/(?:^|[\r\n])(?:\s*[=+\-@]|[\t\r])/);
    }
    await empty();
    expect(await load('products', first.text)).toMatchObject({ inserted: rows.length, rejected: 0 });
    expect((await written('products')).text).toBe(first.text);
    const kept = await database.pools.app.query('select sku, name, url from product');
    const names = new Map(kept.rows.map(({ sku, name, url }) => [sku, [name ?? '', url]]));
    for (const { sku, name, url } of rows) expect(names.get(sku)).toEqual([name, url]);
  });

  it('streams many rows to a slow reader, in order', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => ({
      visitor_id: `v${index}`,
      occurred_at: new Date(Date.UTC(2026, 0, 1) + index).toISOString(),
      event: 'view',
    }));
    await loadRows(database.pools.app, 'site_events', rows.toReversed());
    const { text, rows: count } = await written('site_events', 1);
    expect(count).toBe(3_000);
    const ids = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(3_000);
  });

  it('stops when its reader does', async () => {
    await load('clicks', SAMPLE_FILES.clicks);
    const broken = new Writable({ write: (_piece, _encoding, done) => done(new Error('pipe closed')) });
    await expect(exportKind({ pool: database.pools.app }, 'clicks', broken)).rejects.toThrow('pipe closed');
    expect((await written('clicks')).rows).toBe(2);
  });
});
