import type pg from 'pg';
import { BatchBuilder } from '../../../db/queries/import/batch-builder.ts';
import type { FeedBatch } from '../../../db/queries/import/feed-batch.ts';
import { feedShape } from '../../../db/queries/import/feed-shape.ts';
import { writeBatches } from '../../../db/queries/import/write-batches.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ImportFormat, ImportKind } from '../../domain/feeds/kinds.ts';
import { rowReader } from '../../domain/feeds/row-reader.ts';
import { awinRows } from './awin-rows.ts';
import type { RowSource } from './file-record.ts';
import { genericRows } from './generic-rows.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { openRejects, type RejectsFile } from './rejects-file.ts';
import { ZoneWatch } from './zone-watch.ts';

export interface ImportDeps {
  readonly pool: pg.Pool;
  /** Where `rejects/` is made. */
  readonly dataFolder: string;
  /** Hears how far the file was read, after each batch is in the database. Bytes are the file's own; 0 of 0 for a pipe. */
  readonly onProgress?: (progress: { rows: number; bytes: number; totalBytes: number }) => void;
  /** Stops between two batches; what was written stays, and the next import of the file adds the rest. */
  readonly signal?: AbortSignal;
}

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly path: string;
  readonly format: ImportFormat;
}

export interface ImportResult {
  readonly kind: ImportKind;
  /** All rows of the file: the sum of the four that follow. */
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** `null` when nothing was rejected. */
  readonly rejectsFile: string | null;
  /** Sentences about how the file was understood, for a person. */
  readonly notes: readonly string[];
}

/**
 * Loads one file. The same file again, or after being killed half way, adds only what is missing.
 *
 * Rows that cannot be loaded go to a rejects file with line and reason; all others are loaded. A row that is known
 * already changes what the file says otherwise; columns that the file lacks stay as they are.
 *
 * @throws {Refusal} `file_unreadable`, `column_missing`, `format_unknown` or `input_invalid`.
 */
export async function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  const { kind, path, format } = request;
  if (format === 'awin' && kind !== 'conversions') {
    throw new Refusal('format_unknown', `Awin's files hold conversions, not ${kind}.`, { format, kind });
  }
  const file = await openFile(path);
  try {
    const source = await (format === 'awin' ? awinRows(file.chunks) : genericRows(kind, file.chunks));
    return await load(deps, request, file, source);
  } finally {
    await file.close();
  }
}

async function load(
  deps: ImportDeps,
  { kind, path }: ImportRequest,
  file: OpenFile,
  source: RowSource,
): Promise<ImportResult> {
  const reader = rowReader(kind, source.header);
  const rejects = await openRejects(deps.dataFolder, kind, path);
  const zones = new ZoneWatch(kind, source.header);
  const builder = new BatchBuilder(reader);
  const total = { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  try {
    const batches = readBatches(deps, source, builder, rejects, zones);
    await writeBatches(deps.pool, feedShape(reader), batches, async (written) => {
      total.rows = Math.max(total.rows, written.rowsRead);
      total.inserted += written.inserted;
      total.updated += written.updated;
      total.unchanged += written.unchanged;
      for (const { line, firstLine, raw } of written.contradicting) {
        await rejects.add(
          line,
          `Line ${firstLine} has the same id and says otherwise; that one was kept.`,
          raw,
        );
      }
      deps.onProgress?.({ rows: total.rows, bytes: file.bytesRead(), totalBytes: file.totalBytes });
    });
  } finally {
    await rejects.close();
  }
  return { kind, ...total, rejected: rejects.count(), rejectsFile: rejects.path(), notes: zones.notes() };
}

async function* readBatches(
  { signal }: ImportDeps,
  source: RowSource,
  builder: BatchBuilder,
  rejects: RejectsFile,
  zones: ZoneWatch,
): AsyncGenerator<FeedBatch> {
  for await (const piece of source.pieces) {
    for (const { line, cells, problem, raw } of piece) {
      if (cells !== null) zones.watch(line, cells);
      const reason = cells === null ? (problem ?? '') : builder.add(line, cells, raw);
      if (cells === null) builder.skip();
      if (reason !== null) await rejects.add(line, reason, raw());
      if (builder.isFull()) {
        signal?.throwIfAborted();
        yield builder.take();
      }
    }
  }
  signal?.throwIfAborted();
  yield builder.take();
}
