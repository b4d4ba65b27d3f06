import { Refusal } from '../../domain/errors.ts';

export interface JsonElement {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

const ELEMENT_BYTES_MAX = 1_024 * 1_024;
const [QUOTE, BACKSLASH, NEWLINE, COMMA] = [0x22, 0x5c, 0x0a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The elements of a JSON array, one by one, without reading the whole of it into memory.
 *
 * It only finds where each begins and ends; whether an element is right JSON shows when it is parsed.
 *
 * @throws {Refusal} `file_unreadable` when the file is no array, ends before the array does, or one element is
 *   longer than a megabyte. What came before was given.
 */
export async function* jsonElements(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonElement[]> {
  const scan = { depth: 0, isText: false, isEscaped: false, line: 1, isDone: false };
  let data: Buffer = Buffer.alloc(0);
  let at = 0;
  let start = -1;
  let startLine = 1;
  for await (const chunk of chunks) {
    const kept = start < 0 ? data.length : start;
    data = Buffer.concat([data.subarray(kept), chunk]);
    at -= kept;
    start = start < 0 ? -1 : 0;
    const elements: JsonElement[] = [];
    for (; at < data.length; at += 1) {
      const byte = data[at] ?? 0;
      const depthBefore = scan.depth;
      const isBetween = step(scan, byte);
      const isInside = depthBefore >= 1 && !scan.isDone && !isBetween;
      if (start < 0 && isInside) [start, startLine] = [at, scan.line];
      else if (start >= 0 && !isInside && (byte === COMMA || scan.isDone)) {
        elements.push({ line: startLine, text: data.toString('utf8', start, at).trim() });
        start = -1;
      }
    }
    yield elements;
    if (start >= 0 && at - start > ELEMENT_BYTES_MAX) {
      throw new Refusal(
        'file_unreadable',
        `The element that begins on line ${startLine} does not end within a megabyte.`,
      );
    }
  }
  if (!scan.isDone)
    throw new Refusal('file_unreadable', 'The file ends before its JSON does; what came before was loaded.');
}

interface Scan {
  /** 0 outside the array, 1 between its elements. */
  depth: number;
  isText: boolean;
  isEscaped: boolean;
  line: number;
  /** The array is closed. */
  isDone: boolean;
}

/** Takes one byte; true when it belongs to no element: space, comma, the array's own brackets. */
function step(scan: Scan, byte: number): boolean {
  if (byte === NEWLINE) scan.line += 1;
  if (scan.isText) {
    if (scan.isEscaped) scan.isEscaped = false;
    else if (byte === BACKSLASH) scan.isEscaped = true;
    else if (byte === QUOTE) scan.isText = false;
    return false;
  }
  if (byte === QUOTE) scan.isText = true;
  else if (byte === OPEN_LIST || byte === OPEN_OBJECT) scan.depth += 1;
  else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
    scan.depth -= 1;
    scan.isDone ||= scan.depth === 0;
  } else if (scan.depth === 1) return byte === COMMA || byte <= 0x20;
  return scan.depth === 0;
}
