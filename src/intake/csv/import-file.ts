import { stat } from 'node:fs/promises';
import type pg from 'pg';
import { feedShape } from '../../../db/queries/import/feed-shape.ts';
import { writeBatches } from '../../../db/queries/import/write-batches.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { type ImportRequest, type OpenBatches, openBatches, type ReadBatch } from './read-batches.ts';
import { openBatchesInWorker } from './read-in-worker.ts';
import { openRejects, type RejectsFile } from './rejects-file.ts';

export interface ImportDeps {
  readonly pool: pg.Pool;
  /** Where `rejects/` is made. */
  readonly dataFolder: string;
  /** Hears how far the file was read, after each batch is in the database. Bytes are the file's own; of 0 for a pipe. */
  readonly onProgress?: (progress: { rows: number; bytes: number; totalBytes: number }) => void;
  /** Stops between two batches; what was written stays, and the next import of the file adds the rest. */
  readonly signal?: AbortSignal;
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

/** Smaller files are read before a thread for them has started. */
const THREAD_BYTES_MIN = 2 * 2 ** 20;

/**
 * Loads one file. The same file again, or after being killed half way, adds only what is missing.
 *
 * Rows that cannot be loaded go to a rejects file with line and reason; all others are loaded. A row that is known
 * already changes what the file says otherwise; columns that the file lacks stay as they are.
 *
 * @throws {Refusal} `file_unreadable`, `column_missing`, `format_unknown` or `input_invalid`.
 */
export async function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  // What is wrong with the path is said where it is opened.
  const totalBytes = await stat(request.path).then(
    ({ size }) => size,
    () => 0,
  );
  const opened = await (totalBytes < THREAD_BYTES_MIN ? openBatches(request) : openBatchesInWorker(request));
  try {
    return await load(deps, request, totalBytes, opened);
  } finally {
    await opened.close();
  }
}

async function load(
  deps: ImportDeps,
  { kind, path }: ImportRequest,
  totalBytes: number,
  opened: OpenBatches,
): Promise<ImportResult> {
  const rejects = await openRejects(deps.dataFolder, kind, path);
  const total = { rows: 0, inserted: 0, updated: 0, unchanged: 0 };
  const last = { bytesRead: 0, notes: [] as readonly string[] };
  try {
    const batches = watched(deps, opened, rejects, (batch) => Object.assign(last, batch));
    await writeBatches(deps.pool, feedShape({ kind, ...opened }), batches, async (written) => {
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
      deps.onProgress?.({ rows: total.rows, bytes: last.bytesRead, totalBytes });
    });
  } finally {
    await rejects.close();
  }
  return { kind, ...total, rejected: rejects.count(), rejectsFile: rejects.path(), notes: last.notes };
}

/** The batches on their way to the database: what was rejected before them is written down first. */
async function* watched(
  { signal }: ImportDeps,
  { batches }: OpenBatches,
  rejects: RejectsFile,
  onBatch: (batch: Pick<ReadBatch, 'bytesRead' | 'notes'>) => void,
): AsyncGenerator<ReadBatch> {
  for await (const batch of batches) {
    signal?.throwIfAborted();
    for (const { line, reason, raw } of batch.rejects) await rejects.add(line, reason, raw);
    onBatch({ bytesRead: batch.bytesRead, notes: batch.notes });
    yield batch;
  }
}
