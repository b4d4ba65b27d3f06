import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { SetAsideRow } from '../../../db/queries/connectors/put-set-aside.ts';
import { BatchBuilder } from '../../../db/queries/import/batch-builder.ts';
import type { FeedBatch } from '../../../db/queries/import/feed-batch.ts';
import { feedShape } from '../../../db/queries/import/feed-shape.ts';
import { writeBatches } from '../../../db/queries/import/write-batches.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { rowReader } from '../../domain/feeds/row-reader.ts';

const RAW_LETTERS_MAX = 4_000;

export interface LoadedReading {
  readonly rows: number;
  /** New, or other than before. */
  readonly changed: number;
  readonly setAside: readonly SetAsideRow[];
  /** Ids of the records that were loaded: what was set aside of them before is no longer. */
  readonly keys: readonly string[];
}

/**
 * Loads rows that a system answered, as the import of a file of them would: a known row changes what is said otherwise,
 * the same again changes nothing, and a row that cannot be loaded is set aside. Of two rows with one id the last counts.
 *
 * @param header - the generic columns, and others that are kept as extra data.
 * @param idAt - where in a row its id stands, for whoever looks at what was set aside.
 */
export async function loadReadRows(
  pool: pg.Pool,
  kind: ImportKind,
  {
    header,
    rows,
    idAt = 0,
  }: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly idAt?: number;
  },
): Promise<LoadedReading> {
  if (rows.length === 0) return { rows: 0, changed: 0, setAside: [], keys: [] };
  const reader = rowReader(kind, header);
  const setAside: SetAsideRow[] = [];
  let changed = 0;

  async function* batches(): AsyncGenerator<FeedBatch> {
    const builder = new BatchBuilder(reader);
    for (const [index, cells] of rows.entries()) {
      const raw = () => cells.join(',');
      const problem = builder.add(index + 1, cells, raw);
      if (problem !== null) setAside.push(setAsideRow(cells[idAt] ?? '', problem, raw()));
      if (builder.isFull()) yield builder.take();
    }
    yield builder.take();
  }

  await writeBatches(pool, feedShape(reader), batches(), (written) => {
    changed += written.inserted + written.updated;
    for (const { raw, line } of written.contradicting) {
      const problem = 'It came twice in one answer, and said something else each time; the first was kept.';
      setAside.push(setAsideRow(rows[line - 1]?.[idAt] ?? '', problem, raw));
    }
  });
  const unusable = new Set(setAside.map(({ recordKey }) => recordKey));
  const keys = new Set(rows.map((cells) => recordKeyOf(cells[idAt] ?? '')));
  return {
    ...{ rows: rows.length, changed, setAside },
    keys: [...keys].filter((key) => key !== '' && !unusable.has(key)),
  };
}

/** A record that could not be used, by its id or else by a fingerprint; without NUL, which no text in the database holds. */
export function setAsideRow(id: string, problem: string, raw: string): SetAsideRow {
  const recordKey = recordKeyOf(id) || createHash('sha256').update(raw).digest('hex').slice(0, 32);
  return { recordKey, problem: clean(problem), raw: clean(raw).slice(0, RAW_LETTERS_MAX) };
}

const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

const recordKeyOf = (id: string): string => clean(id).slice(0, 200);
