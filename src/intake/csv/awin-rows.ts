import { AWIN_COLUMNS, awinCsvReader, readAwinTransaction } from '../../connectors/awin/read.ts';
import { Refusal } from '../../domain/errors.ts';
import type { FileRecord, RowSource } from './file-record.ts';
import { type JsonElement, jsonElements } from './json-elements.ts';
import { prepended } from './prepended.ts';
import { readRecords } from './read-records.ts';

/**
 * Awin's transactions, from the API's JSON or from CSV, whichever the file begins like.
 *
 * @throws {Refusal} `file_unreadable` when it is neither, `column_missing` when the CSV lacks one.
 */
export async function awinRows(chunks: AsyncGenerator<Buffer>): Promise<RowSource> {
  const first = await chunks.next();
  if (first.done) throw new Refusal('file_unreadable', 'The file is empty.');
  const start = first.value.toString('utf8', 0, 300).trimStart();
  if (start.startsWith('{')) {
    throw new Refusal('file_unreadable', `The file is not a list of transactions: ${start.slice(0, 200)}`);
  }
  const all = prepended(first.value, chunks);
  return { header: AWIN_COLUMNS, pieces: start.startsWith('[') ? fromJson(all) : await fromCsv(all) };
}

async function* fromJson(chunks: AsyncGenerator<Buffer>): AsyncGenerator<readonly FileRecord[]> {
  for await (const elements of jsonElements(chunks)) yield elements.map(recordOf);
}

function recordOf({ line, text }: JsonElement): FileRecord {
  const raw = () => text;
  const row = text.includes('\\u0000')
    ? { problem: 'The row has a NUL byte.' }
    : readAwinTransaction(parsed(text));
  return 'cells' in row ? { line, ...row, problem: null, raw } : { line, cells: null, ...row, raw };
}

/** Parsed with numbers as the text that stands there, or `null` when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? (context?.source ?? String(value)) : value,
    );
  } catch {
    // A row like any other that cannot be read: it goes to the rejects file.
    return null;
  }
}

async function fromCsv(chunks: AsyncGenerator<Buffer>): Promise<AsyncGenerator<readonly FileRecord[]>> {
  const { header, pieces } = await readRecords(chunks);
  const readRow = awinCsvReader(header);
  async function* read(): AsyncGenerator<readonly FileRecord[]> {
    for await (const piece of pieces) {
      yield piece.map((record) => {
        if (record.cells === null) return record;
        const row = readRow(record.cells);
        return 'cells' in row ? { ...record, ...row } : { ...record, cells: null, ...row };
      });
    }
  }
  return read();
}
