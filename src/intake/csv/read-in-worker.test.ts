import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportRequest, type OpenBatches, openBatches } from './read-batches.ts';
import { openBatchesInWorker } from './read-in-worker.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-worker-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function requestFor(content: string | Buffer): ImportRequest {
  const path = join(folder, 'feed.csv');
  writeFileSync(path, content);
  return { kind: 'site_events', path, format: 'generic' };
}

async function all(opened: OpenBatches) {
  const batches = [];
  for await (const { text, ...batch } of opened.batches) {
    batches.push({ ...batch, text: text.map((piece) => Buffer.from(piece).toString()).join('') });
  }
  await opened.close();
  return { columns: opened.columns, given: opened.given, batches };
}

const rows = Array.from({ length: 25_000 }, (_, index) => `v${index % 24_000},2026-03-01 00:00:00,view,é`);
const csv = `visitor_id,occurred_at,event,sku\n${rows.with(700, 'bad,"row').join('\n')}\n`;

describe('openBatchesInWorker', () => {
  it('gives what reading in this thread gives', async () => {
    const request = requestFor(csv);
    const here = await all(await openBatches(request));
    // The thread reads ahead, so it may be further on in the file.
    const there = await all(await openBatchesInWorker(request));
    const withoutBytes = ({ batches }: typeof here) => batches.map(({ bytesRead: _, ...batch }) => batch);
    expect(here.batches.length).toBeGreaterThan(2);
    expect(withoutBytes(there)).toEqual(withoutBytes(here));
    expect([there.columns, there.given]).toEqual([here.columns, here.given]);
  });

  it('refuses what reading in this thread refuses, when opening and later', async () => {
    await expect(openBatchesInWorker(requestFor('visitor_id,event\n'))).rejects.toThrow(
      'column_missing: A file of site_events needs the column occurred_at',
    );
    const packed = gzipSync(csv);
    const opened = await openBatchesInWorker(requestFor(packed.fill(0, packed.length - 4_000)));
    await expect(all(opened)).rejects.toThrow(/^file_unreadable: .+ is packed by gzip and damaged/);
    await opened.close();
  });

  it('can be left before the end', async () => {
    const opened = await openBatchesInWorker(requestFor(csv));
    await opened.batches.next();
    await opened.close();
  });
});
