import { byReference } from './by-reference.ts';
import { jsonInScript } from './json-in-scripts.ts';
import { jsonText } from './json-text.ts';
import { literalsInScript } from './literals-in-script.ts';

const SCRIPTS_MAX = 400;
const ALL_CHARACTERS_MAX = 24_000_000;
const PIECES_CHARACTERS_MAX = 4_000_000;
const SPEAKS =
  /coup|promo|vouch|discount|gutschein|rabat|kup[oó]n|cup[oó]m|cup[oó]n|sconto|korting|remise|desconto|descuento|offer|code|kod|c[oó]dig|codic|\d\s?%/i;
const PIECE = /__next_f\.push\(\s?\[\s?1\s?,\s?("(?:[^"\\]|\\.)*")/g;

/** What a page keeps for its program. */
export interface ScriptValue {
  readonly value: unknown;
  /** The script itself, for what no value holds; empty when the value is all of it. */
  readonly text: string;
}

/** The values in the scripts of a page: structured data, state for the page's own program, pieces of a stream put together. */
export function scriptValues(document: Document): ScriptValue[] {
  const found: ScriptValue[] = [];
  const pieces: string[] = [];
  let characters = 0;
  for (const script of [...document.querySelectorAll('script:not([src])')].slice(0, SCRIPTS_MAX)) {
    const text = script.textContent ?? '';
    characters += text.length;
    if (characters > ALL_CHARACTERS_MAX) break;
    pieces.push(...[...text.matchAll(PIECE)].map(({ 1: piece }) => pieceOf(piece ?? '""')));
    if (!SPEAKS.test(text) || /template|handlebars|mustache/i.test(script.getAttribute('type') ?? ''))
      continue;
    const packed = jsonText(text);
    const values = (packed === null ? jsonInScript(text) : [packed]).flatMap(
      (value) => byReference(value) ?? [value],
    );
    const isJson = /json/i.test(script.getAttribute('type') ?? '');
    found.push(...values.map((value) => ({ value, text: '' })));
    if (isJson) continue;
    found.push({ value: [...literalsInScript(text), ...packedIn(text)], text });
  }
  const stream = pieces.join('');
  if (stream !== '' && stream.length <= PIECES_CHARACTERS_MAX)
    found.push(
      ...stream
        .split('\n')
        .flatMap(rowOf)
        .map((value) => ({ value, text: '' })),
    );
  return found;
}

const PACKED =
  /(?:JSON\.parse|decodeURIComponent|unescape|atob)\(\s?(?:decodeURIComponent\(\s?|atob\(\s?)?(['"])((?:(?!\1)[^\\\n]|\\.){20,})\1/g;

/** Values packed into a string: escaped, as in an address, in base 64. */
function packedIn(text: string): unknown[] {
  return [...text.matchAll(PACKED)].slice(0, 50).flatMap(({ 2: inner = '' }) => {
    const plain = inner
      .replaceAll(/\\(['"\\/])/g, '$1')
      .replaceAll(/\\x22/g, '"')
      .replaceAll(/\\u0022/g, '"');
    const base = /^[A-Za-z0-9+/=]+$/.test(plain) ? Buffer.from(plain, 'base64').toString('utf8') : plain;
    const start = base.search(/[{[]|%7B|%5B/i);
    if (start === -1 || start > 4) return [];
    try {
      return [JSON.parse(/^%/.test(base) ? decodeURIComponent(base) : base)];
    } catch {
      // No value of that kind.
      return [];
    }
  });
}

function pieceOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    // An escape that JSON does not know: the piece is left out.
    return '';
  }
}

/** A row of such a stream: a number, a colon and JSON. */
function rowOf(row: string): unknown[] {
  const start = /^[0-9a-f]{1,6}:[A-Z]{0,2}(?=[[{"])/i.exec(row)?.[0].length;
  if (start === undefined) return [];
  try {
    return [JSON.parse(row.slice(start))];
  } catch {
    // Text, or a row of another kind.
    return [];
  }
}
