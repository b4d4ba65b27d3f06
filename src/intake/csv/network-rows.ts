import { Refusal } from '../../domain/errors.ts';
import { csvRecord } from '../../domain/networks/csv-record.ts';
import { fileCells, fileColumns } from '../../domain/networks/file-cells.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { FileRecord, RowSource } from './file-record.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';
import { netRows } from './net-rows.ts';
import { type NetworkRecord, rowOf } from './network-record.ts';
import { prepended } from './prepended.ts';
import { readRecords } from './read-records.ts';

/**
 * A network's transactions, from its API's JSON or from CSV, whichever the file begins like.
 *
 * @throws {Refusal} `file_unreadable` when it is neither, `column_missing` when the CSV lacks one.
 */
export async function networkRows(file: NetworkFile, chunks: AsyncGenerator<Buffer>): Promise<RowSource> {
  const first = await chunks.next();
  if (first.done) throw new Refusal('file_unreadable', 'The file is empty.');
  const start = first.value.toString('utf8', 0, 300).trimStart();
  if (start.startsWith('{')) {
    throw new Refusal('file_unreadable', `The file is not a list of transactions: ${start.slice(0, 200)}`);
  }
  const all = prepended(first.value, chunks);
  const records = start.startsWith('[') ? fromJson(all) : await fromCsv(file, all);
  return {
    header: fileColumns(file),
    pieces: file.netOf ? netRows(file, file.netOf, records) : oneByOne(file, records),
  };
}

async function* oneByOne(
  file: NetworkFile,
  pieces: AsyncGenerator<readonly NetworkRecord[]>,
): AsyncGenerator<readonly FileRecord[]> {
  for await (const piece of pieces) {
    yield piece.map((record) =>
      rowOf(record, record.problem === null ? fileCells(file, record.value) : { problem: record.problem }),
    );
  }
}

async function* fromJson(chunks: AsyncGenerator<Buffer>): AsyncGenerator<readonly NetworkRecord[]> {
  for await (const elements of jsonElements(chunks)) yield elements.map(parsed);
}

/** Parsed with numbers as the text that stands there. What is no JSON is a row that cannot be read, like any other. */
function parsed({ line, text }: JsonElement): NetworkRecord {
  const raw = () => text;
  if (text.includes('\\u0000')) return { line, raw, value: undefined, problem: 'The row has a NUL byte.' };
  try {
    const value: unknown = JSON.parse(text, (_key, part: unknown, context?: { source?: string }) =>
      typeof part === 'number' ? (context?.source ?? String(part)) : part,
    );
    return { line, raw, value, problem: null };
  } catch {
    // It goes to the rejects file with the rest that no reader understands.
    return { line, raw, value: null, problem: null };
  }
}

async function fromCsv(
  file: NetworkFile,
  chunks: AsyncGenerator<Buffer>,
): Promise<AsyncGenerator<readonly NetworkRecord[]>> {
  const { header, pieces } = await readRecords(chunks);
  const recordOf = csvRecord(file, header);
  async function* read(): AsyncGenerator<readonly NetworkRecord[]> {
    for await (const piece of pieces) {
      yield piece.map(({ line, cells, problem, raw }) =>
        cells === null
          ? { line, raw, value: undefined, problem }
          : { line, raw, value: recordOf(cells), problem: null },
      );
    }
  }
  return read();
}
