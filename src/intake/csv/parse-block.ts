import { isUtf8 } from 'node:buffer';
import Papa from 'papaparse';
import type { FileRecord } from './file-record.ts';
import { STRAY_QUOTE } from './parse-record.ts';

const NEWLINE = '\n';

/**
 * Reads a block of whole records at once, or gives `null` when anything about it needs a closer look.
 *
 * This is the quick way for the rows that are as they should be; `mendLines` takes the rest.
 *
 * @param bytes - ends with the end of a record.
 * @param lineEnd - how the header's line ended.
 */
export function parseBlock(
  bytes: Buffer,
  firstLine: number,
  columns: number,
  lineEnd: '\n' | '\r\n',
): FileRecord[] | null {
  if (!isUtf8(bytes) || bytes.includes(0)) return null;
  const text = bytes.toString();
  if (!endsAlike(text, lineEnd)) return null;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: lineEnd });
  if (errors.length > 0 || STRAY_QUOTE.test(text)) return null;

  // Without line breaks inside cells there are as many rows as lines, and one empty row after the last.
  const isFlat = data.length === count(text, NEWLINE) + 1;
  const records: FileRecord[] = [];
  let line = firstLine;
  for (const cells of data) {
    const lines = isFlat ? 1 : 1 + cells.reduce((sum, cell) => sum + count(cell, NEWLINE), 0);
    if (cells.length === columns) records.push(goodRecord(line, lines, cells, text, firstLine));
    else if (cells.length > 1 || cells[0]?.trim() !== '') return null;
    line += lines;
  }
  return records;
}

function goodRecord(
  line: number,
  lines: number,
  cells: readonly string[],
  text: string,
  firstLine: number,
): FileRecord {
  return { line, cells, problem: null, raw: () => linesOf(text, line - firstLine, lines) };
}

/** Some lines of a text, without the end of the last. */
function linesOf(text: string, skipped: number, lines: number): string {
  let start = 0;
  for (let index = 0; index < skipped; index += 1) start = text.indexOf(NEWLINE, start) + 1;
  let end = start;
  for (let index = 0; index < lines; index += 1) end = text.indexOf(NEWLINE, end) + 1 || text.length + 1;
  return text.slice(start, end - 1).replace(/\r$/, '');
}

/** True when every line ends like the header's; a carriage return anywhere else is for a closer look. */
function endsAlike(text: string, lineEnd: '\n' | '\r\n'): boolean {
  const returns = count(text, '\r');
  return lineEnd === '\n'
    ? returns === 0
    : returns === count(text, NEWLINE) && returns === count(text, '\r\n');
}

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found += 1;
  return found;
}
