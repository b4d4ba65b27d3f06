const DEPTH_MAX = 60;
const SKIPPED_CHARACTERS_MAX = 4_000;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w$])/iy;
const SPACE = /(?:\s+|\/\/[^\n]*\n|\/\*[\s\S]{0,2000}?\*\/)*/y;
const DATE = /^new\s+Date\(\s*["']([^"']{4,40})["']\s*\)/;

export interface Literal {
  readonly value: unknown;
  /** Where it ends in the text. */
  readonly end: number;
}

/**
 * A program's own object or list at a place of its text, as `{code:"SAVE20",expired:!1}`: names without quotes, strings in any
 * quotes. What is not a value (a call, a sum) reads as undefined.
 *
 * @param known what a bare name stands for.
 * @returns null when there is none, or when it is code and no data.
 */
export function jsLiteral(text: string, at: number, known: ReadonlyMap<string, unknown>): Literal | null {
  const open = text[at];
  return open === '{' || open === '[' ? inside(text, at, { known, depth: 0 }) : null;
}

interface Reading {
  readonly known: ReadonlyMap<string, unknown>;
  readonly depth: number;
}

function inside(text: string, start: number, { known, depth }: Reading): Literal | null {
  if (depth > DEPTH_MAX) return null;
  const list: unknown[] = [];
  const object: Record<string, unknown> = {};
  const isList = text[start] === '[';
  const close = isList ? ']' : '}';
  let at = spaced(text, start + 1);
  while (at < text.length) {
    if (text[at] === close) return { value: isList ? list : object, end: at + 1 };
    let key = '';
    if (!isList) {
      const named = keyAt(text, at);
      if (named === null) return null;
      key = named.key;
      at = named.end;
    }
    const read = valueAt(text, at, { known, depth: depth + 1 });
    if (read === null) return null;
    if (isList) list.push(read.value);
    else object[key] = read.value;
    at = spaced(text, read.end);
    if (text[at] === ',') at = spaced(text, at + 1);
    else if (text[at] !== close) return null;
  }
  return null;
}

function keyAt(text: string, at: number): { key: string; end: number } | null {
  const string = stringAt(text, at);
  let end = string?.end ?? at;
  let key = string?.value ?? '';
  if (string === null) {
    NAME.lastIndex = at;
    NUMBER.lastIndex = at;
    key = NAME.exec(text)?.[0] ?? NUMBER.exec(text)?.[0] ?? '';
    if (key === '') return null;
    end = at + key.length;
  }
  end = spaced(text, end);
  return text[end] === ':' ? { key, end: spaced(text, end + 1) } : null;
}

function valueAt(text: string, at: number, reading: Reading): Literal | null {
  const read = plainValue(text, at, reading);
  const after = read === null ? at : spaced(text, read.end);
  if (read !== null && (after >= text.length || /[,}\])]/.test(text[after] ?? ''))) return read;
  if (read === null && (text[at] === '{' || text[at] === '[')) return null;
  // A sum, a call, a function: passed over.
  const end = skipped(text, at);
  if (end === -1) return null;
  const date = DATE.exec(text.slice(at, Math.min(end, at + 80)))?.[1];
  return { value: date ?? (typeof read?.value === 'string' ? read.value : undefined), end };
}

function plainValue(text: string, at: number, reading: Reading): Literal | null {
  const open = text[at];
  if (open === '{' || open === '[') return inside(text, at, reading);
  const string = stringAt(text, at);
  if (string !== null) return string;
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  if (number !== undefined) return { value: Number(number), end: at + number.length };
  if (open === '!') return { value: text[at + 1] === '0', end: at + 2 };
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const end = at + name.length;
  if (name === 'true' || name === 'false') return { value: name === 'true', end };
  return { value: name === 'null' ? null : reading.known.get(name), end };
}

function stringAt(text: string, at: number): { value: string; end: number } | null {
  const quote = text[at];
  if (quote !== '"' && quote !== "'" && quote !== '`') return null;
  let end = at + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1;
  if (end >= text.length) return null;
  return { value: unescaped(text.slice(at + 1, end)), end: end + 1 };
}

const unescaped = (inner: string): string =>
  inner.includes('\\')
    ? inner
        .replaceAll(/\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi, (_, long?: string, short?: string) =>
          character(Number.parseInt(long ?? short ?? '20', 16)),
        )
        .replaceAll(/\\n/g, '\n')
        .replaceAll(/\\([^u])/g, '$1')
    : inner;

const character = (point: number): string => (point <= 0x10_ffff ? String.fromCodePoint(point) : ' ');

/** The end of an expression: before the comma or bracket that closes it; -1 when it does not end soon. */
function skipped(text: string, start: number): number {
  let depth = 0;
  const last = Math.min(text.length, start + SKIPPED_CHARACTERS_MAX);
  for (let at = start; at < last; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"' || letter === "'" || letter === '`') {
      const string = stringAt(text, at);
      if (string === null) return -1;
      at = string.end - 1;
    } else if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && letter === ',') return at;
    else if (depth === 0 && letter === ';') return -1;
  }
  return -1;
}

function spaced(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}
