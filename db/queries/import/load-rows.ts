import assert from 'node:assert';
import type pg from 'pg';
import type { FeedRow } from '../../../src/domain/feeds/feed-row.ts';
import type { ImportKind } from '../../../src/domain/feeds/kinds.ts';
import { rowReader } from '../../../src/domain/feeds/row-reader.ts';
import { BatchBuilder } from './batch-builder.ts';
import type { FeedBatch } from './feed-batch.ts';
import { feedShape } from './feed-shape.ts';
import { writeBatches } from './write-batches.ts';

export interface LoadedRows {
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Loads rows that a program made: as importing the CSV of them would, without the file.
 *
 * The columns are those of the first row. A row that cannot be read, or that contradicts an earlier one with its id,
 * is a mistake of the program that made it.
 */
export async function loadRows<Kind extends ImportKind>(
  pool: pg.Pool,
  kind: Kind,
  rows: Iterable<FeedRow<Kind>> | AsyncIterable<FeedRow<Kind>>,
): Promise<LoadedRows> {
  const iterator = asyncIterator(rows);
  const first = await iterator.next();
  if (first.done) return { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  const header = Object.keys(first.value);
  const reader = rowReader(kind, header);

  async function* batches(): AsyncGenerator<FeedBatch> {
    const builder = new BatchBuilder(reader);
    let line = 0;
    for (let next = first; !next.done; next = await iterator.next()) {
      line += 1;
      const row: Readonly<Record<string, string | null | undefined>> = next.value;
      const cells = header.map((name) => row[name] ?? '');
      const problem = builder.add(line, cells, () => cells.join(','));
      assert(problem === null, `${kind}, row ${line}: ${problem}`);
      if (builder.isFull()) yield builder.take();
    }
    yield builder.take();
  }

  const total = { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  await writeBatches(pool, feedShape(reader), batches(), (written) => {
    total.rows = Math.max(total.rows, written.rowsRead);
    total.inserted += written.inserted;
    total.updated += written.updated;
    total.unchanged += written.unchanged;
    const [wrong] = written.contradicting;
    assert(!wrong, `${kind}: row ${wrong?.line} contradicts row ${wrong?.firstLine}: ${wrong?.raw}`);
  });
  return total;
}

function asyncIterator<T>(rows: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}
