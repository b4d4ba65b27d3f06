import { BatchBuilder } from '../../../db/queries/import/batch-builder.ts';
import type { FeedBatch } from '../../../db/queries/import/feed-batch.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ImportFormat, ImportKind } from '../../domain/feeds/kinds.ts';
import { rowReader } from '../../domain/feeds/row-reader.ts';
import type { RowSource } from './file-record.ts';
import { genericRows } from './generic-rows.ts';
import { NETWORK_FILES } from './network-files.ts';
import { networkRows } from './network-rows.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { shopRows } from './shop-rows.ts';
import { ZoneWatch } from './zone-watch.ts';

export interface ImportRequest {
  readonly kind: ImportKind;
  readonly path: string;
  readonly format: ImportFormat;
}

/** A row that cannot be loaded. */
export interface Reject {
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}

/** Rows for one transaction, with what was found on the way to them. Plain data: it may come from another thread. */
export interface ReadBatch extends FeedBatch {
  readonly rejects: readonly Reject[];
  /** Bytes of the file that were read so far. */
  readonly bytesRead: number;
  /** Sentences about how the file was understood so far. */
  readonly notes: readonly string[];
}

export interface OpenBatches {
  /** As `RowReader` has them. */
  readonly columns: readonly string[];
  readonly given: ReadonlySet<string>;
  readonly batches: AsyncGenerator<ReadBatch>;
  /** Lets go of the file, read to its end or not. */
  close(): Promise<void>;
}

/** Bad rows that a batch carries at most; a file of nothing else must not fill the memory. */
const REJECTS_MAX = 10_000;

/**
 * Opens a file and reads its header, then its rows in batches, each row parsed once.
 *
 * @throws {Refusal} `file_unreadable`, `column_missing`, `format_unknown` or `input_invalid`.
 */
export async function openBatches({ kind, path, format }: ImportRequest): Promise<OpenBatches> {
  const network = NETWORK_FILES[format];
  if (network && kind !== 'conversions') {
    throw new Refusal('format_unknown', `${network.title}'s files hold conversions, not ${kind}.`, {
      format,
      kind,
    });
  }
  const file = await openFile(path);
  try {
    const source = await sourceOf({ kind, format }, file.chunks);
    const reader = rowReader(kind, source.header);
    const zones = new ZoneWatch(kind, source.header);
    return {
      columns: reader.columns,
      given: reader.given,
      batches: readBatches(file, source, new BatchBuilder(reader), zones),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function sourceOf(
  { kind, format }: Pick<ImportRequest, 'kind' | 'format'>,
  chunks: AsyncGenerator<Buffer>,
): Promise<RowSource> {
  if (format === 'shopify' || format === 'woocommerce') return shopRows(format, kind, chunks);
  const network = NETWORK_FILES[format];
  return network ? networkRows(network, chunks) : genericRows(kind, chunks);
}

async function* readBatches(
  file: OpenFile,
  source: RowSource,
  builder: BatchBuilder,
  zones: ZoneWatch,
): AsyncGenerator<ReadBatch> {
  let rejects: Reject[] = [];
  const take = (): ReadBatch => {
    const read = { ...builder.take(), rejects, bytesRead: file.bytesRead(), notes: zones.notes() };
    rejects = [];
    return read;
  };
  for await (const piece of source.pieces) {
    for (const { line, cells, problem, raw } of piece) {
      if (cells === null) builder.skip();
      else zones.watch(line, cells);
      const reason = cells === null ? (problem ?? '') : builder.add(line, cells, raw);
      if (reason !== null) rejects.push({ line, reason, raw: raw() });
      if (builder.isFull() || rejects.length >= REJECTS_MAX) yield take();
    }
  }
  yield take();
}
