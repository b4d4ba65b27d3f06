import { Refusal } from '../../domain/errors.ts';
import type { FileRecord } from './file-record.ts';
import { mendLines, RECORD_BYTES_MAX } from './mend-lines.ts';
import { parseBlock } from './parse-block.ts';
import { parseRecord } from './parse-record.ts';
import { prepended } from './prepended.ts';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const SHOWN_MAX = 1_000;

export interface CsvRecords {
  /** As it stands in the file. */
  readonly header: string[];
  readonly pieces: AsyncGenerator<FileRecord[]>;
}

/**
 * Reads CSV (RFC 4180, comma, UTF-8) from a stream, in memory that does not grow with the file.
 *
 * Rows that are wrong come with a sentence instead of cells, and never cost a neighbour.
 *
 * @throws {Refusal} `file_unreadable` when there is no header to be found.
 */
export async function readRecords(chunks: AsyncGenerator<Buffer>): Promise<CsvRecords> {
  const { line, rest, lineNumber } = await firstLine(chunks);
  const text = line.toString().replace(/\r?\n$/, '');
  const header = quotesIn(line) % 2 === 0 ? parseRecord(text) : null;
  if (header === null) {
    throw new Refusal(
      'file_unreadable',
      `The header cannot be read, its quotes are wrong: ${text.slice(0, 200)}`,
    );
  }
  const lineEnd = line.at(-2) === 0x0d ? '\r\n' : '\n';
  return { header, pieces: readPieces(rest, lineNumber + 1, header.length, lineEnd) };
}

/** The first line that says something, and what follows it. */
async function firstLine(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ line: Buffer; rest: AsyncGenerator<Buffer>; lineNumber: number }> {
  let data: Buffer = Buffer.alloc(0);
  let lineNumber = 1;
  for (;;) {
    const end = data.indexOf(NEWLINE);
    const line = end < 0 ? data : data.subarray(0, end + 1);
    if (end >= 0 && line.toString().trim() === '') {
      data = data.subarray(end + 1);
      lineNumber += 1;
      continue;
    }
    if (end >= 0) return { line, rest: prepended(data.subarray(end + 1), chunks), lineNumber };
    if (data.length > RECORD_BYTES_MAX) {
      throw new Refusal(
        'file_unreadable',
        `The first line is longer than ${RECORD_BYTES_MAX} bytes: this is not CSV.`,
      );
    }
    const next = await chunks.next();
    if (!next.done) data = Buffer.concat([data, next.value]);
    else if (line.toString().trim() === '') throw new Refusal('file_unreadable', 'The file is empty.');
    else return { line, rest: prepended(Buffer.alloc(0), chunks), lineNumber };
  }
}

async function* readPieces(
  chunks: AsyncGenerator<Buffer>,
  fromLine: number,
  columns: number,
  lineEnd: '\n' | '\r\n',
): AsyncGenerator<FileRecord[]> {
  let data: Buffer = Buffer.alloc(0);
  let line = fromLine;
  let isCutting = false;
  for await (const chunk of chunks) {
    data = data.length === 0 ? chunk : Buffer.concat([data, chunk]);
    if (isCutting) {
      const end = data.indexOf(NEWLINE) + 1;
      isCutting = end === 0;
      line += isCutting ? 0 : 1;
      data = data.subarray(isCutting ? data.length : end);
    }
    const end = wholeRecordsEnd(data);
    const records = end === 0 ? null : parseBlock(data.subarray(0, end), line, columns, lineEnd);
    const linesEnd = records === null ? data.lastIndexOf(NEWLINE) + 1 : 0;
    if (records !== null) {
      yield records;
      line += newlinesIn(data.subarray(0, end));
      data = data.subarray(end);
    } else if (linesEnd > 0 && (end > 0 || data.length > RECORD_BYTES_MAX)) {
      const mended = mendLines(data.subarray(0, linesEnd), line, columns, false);
      yield mended.records;
      line += mended.lines;
      data = data.subarray(mended.consumed);
    } else if (linesEnd === 0 && data.length > RECORD_BYTES_MAX) {
      const raw = `${data.toString('utf8', 0, SHOWN_MAX)}…`;
      yield [
        { line, cells: null, problem: `The row is longer than ${RECORD_BYTES_MAX} bytes.`, raw: () => raw },
      ];
      isCutting = true;
      data = Buffer.alloc(0);
    }
  }
  if (data.length > 0) yield mendLines(data, line, columns, true).records;
}

/** Where the last record ends whose quotes are all closed, if quotes are as they should be; 0 when there is none. */
function wholeRecordsEnd(data: Buffer): number {
  let end = data.lastIndexOf(NEWLINE) + 1;
  let quotes = quotesIn(data.subarray(0, end));
  while (end > 0 && quotes % 2 === 1) {
    const before = end < 2 ? 0 : data.lastIndexOf(NEWLINE, end - 2) + 1;
    quotes -= quotesIn(data.subarray(before, end));
    end = before;
  }
  return end;
}

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
