import { isUtf8 } from 'node:buffer';
import type { FileRecord } from './file-record.ts';
import { parseRecord } from './parse-record.ts';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const RETURN = 0x0d;
/** A record that goes on for longer has lost a quote: the cells that we keep are far shorter. */
export const RECORD_BYTES_MAX = 64 * 1_024;

const OPEN_QUOTE = 'A quote is opened and not closed.';

export interface MendedLines {
  readonly records: FileRecord[];
  /** Bytes that were read; what follows begins a record that goes on after the end. */
  readonly consumed: number;
  /** Lines that were read. */
  readonly lines: number;
}

/**
 * Reads line by line where something is wrong, so that one bad row costs one row.
 *
 * A quote that nobody closes would swallow everything after it. Here it costs its own line: the next line starts afresh.
 *
 * @param bytes - whole lines, except perhaps the last.
 * @param firstLine - number of the first line.
 * @param columns - cells a row must have.
 * @param isEnd - whether nothing follows `bytes`.
 */
export function mendLines(bytes: Buffer, firstLine: number, columns: number, isEnd: boolean): MendedLines {
  const records: FileRecord[] = [];
  const ends = lineEnds(bytes);
  let line = 0;
  while (line < ends.length) {
    const start = line === 0 ? 0 : (ends[line - 1] ?? 0);
    const record = readRecord(bytes, start, ends, line, columns, isEnd);
    if (record === 'goes-on') return { records, consumed: start, lines: line };
    const { last, cells, problem } = record;
    const end = ends[last] ?? bytes.length;
    const isBlank = problem !== null && bytes.subarray(start, end).toString().trim() === '';
    if (!isBlank) {
      const raw = textOf(bytes, start, end);
      records.push({ line: firstLine + line, cells, problem, raw: () => raw });
    }
    line = last + 1;
  }
  return { records, consumed: bytes.length, lines: ends.length };
}

interface ReadRecord {
  /** Index of its last line. */
  readonly last: number;
  readonly cells: string[] | null;
  readonly problem: string | null;
}

function readRecord(
  bytes: Buffer,
  start: number,
  ends: readonly number[],
  line: number,
  columns: number,
  isEnd: boolean,
): ReadRecord | 'goes-on' {
  const bad = (problem: string): ReadRecord => ({ last: line, cells: null, problem });
  let quotes = 0;
  for (let last = line; last < ends.length; last += 1) {
    const end = ends[last] ?? bytes.length;
    if (last > line && end - start > RECORD_BYTES_MAX) return bad(OPEN_QUOTE);
    quotes += quotesIn(bytes, last === line ? start : (ends[last - 1] ?? 0), end);
    if (quotes % 2 === 1) continue;

    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return bad('The row is not valid UTF-8.');
    if (part.includes(0)) return bad('The row has a NUL byte.');
    const cells = parseRecord(textOf(bytes, start, end));
    if (cells?.length === columns) return { last, cells, problem: null };
    if (last > line) return bad(OPEN_QUOTE);
    if (cells === null) return bad('A quote stands where none may stand.');
    return bad(`The row has ${cells.length} cells where the header has ${columns}.`);
  }
  return isEnd || bytes.length - start > RECORD_BYTES_MAX ? bad(OPEN_QUOTE) : 'goes-on';
}

function quotesIn(bytes: Buffer, start: number, end: number): number {
  const line = bytes.subarray(start, end);
  let count = 0;
  for (let at = line.indexOf(QUOTE); at >= 0; at = line.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}

/** Offset after each line. */
function lineEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at + 1);
  if ((ends.at(-1) ?? 0) < bytes.length) ends.push(bytes.length);
  return ends;
}

function textOf(bytes: Buffer, start: number, end: number): string {
  let stop = end;
  if (stop > start && bytes[stop - 1] === NEWLINE) stop -= 1;
  if (stop > start && bytes[stop - 1] === RETURN) stop -= 1;
  return bytes.toString('utf8', start, stop);
}
