import { Refusal } from '../../domain/errors.ts';
import { FEED_COLUMNS, type FeedColumn } from '../../domain/feeds/columns.ts';
import { unescapeFormulas } from '../../domain/feeds/formula-text.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { headerName } from '../../domain/feeds/row-reader.ts';
import type { FileRecord, RowSource } from './file-record.ts';
import { prepended } from './prepended.ts';
import { readRecords } from './read-records.ts';

const JSON_STARTS = /^\s*[[{]/;

/**
 * The rows of a generic CSV file.
 *
 * @throws {Refusal} `input_invalid` when two columns have one name; what `readRecords` throws.
 */
export async function genericRows(kind: ImportKind, chunks: AsyncGenerator<Buffer>): Promise<RowSource> {
  const first = await chunks.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  if (JSON_STARTS.test(start.toString('utf8', 0, 100))) {
    throw new Refusal('format_unknown', 'The file is JSON; name its format, for example --format awin.');
  }
  const { header, pieces } = await readRecords(prepended(start, chunks));
  const names = header.map((name) => headerName(unescapeFormulas(name)));
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Refusal('input_invalid', `The header has the column ${twice} twice.`, { column: twice });
  }
  const columns: Readonly<Record<string, FeedColumn>> = FEED_COLUMNS[kind];
  const texts = names.flatMap((name, index) => (columns[name]?.cell.isText === false ? [] : [index]));
  return { header: names, pieces: unescaped(pieces, texts) };
}

/** Takes back the apostrophes that `export` puts before what looks like a formula. */
async function* unescaped(
  pieces: AsyncGenerator<FileRecord[]>,
  texts: readonly number[],
): AsyncGenerator<readonly FileRecord[]> {
  for await (const piece of pieces) {
    yield piece.map((record) => {
      const { cells } = record;
      if (cells === null || !texts.some((index) => cells[index]?.includes("'"))) return record;
      return {
        ...record,
        cells: cells.map((cell, index) => (texts.includes(index) ? unescapeFormulas(cell) : cell)),
      };
    });
  }
}
