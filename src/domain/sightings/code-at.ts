import { type CodeShape, codeShape, isMasked } from './code-shape.ts';
import { NO_CODES } from './no-codes.ts';

export interface CodeAt {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly masked: boolean;
  readonly shape: CodeShape;
  /** In quotes or brackets, so that an ordinary word may be meant as a code. */
  readonly quoted: boolean;
}

const OPEN = `"'“”„‚«»‹›‘’\`([{【「『《`;
/** Writings without spaces between words: what follows a code in Latin letters is no part of it. */
const OTHER_WRITING =
  /(?<=[\p{Script=Latin}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}].*$/u;
const QUOTED = /([^"'“”„‚«»‹›‘’`)\]}】」』》\n]{2,40})["'“”«»‹›‘’`)\]}】」』》]/uy;
const BARE =
  /(?:…|\.{2,3})?[\p{L}\p{N}$•●∙⦁·*＊█▓▒░■▪_#][\p{L}\p{N}•●∙⦁·*＊█▓▒░■▪_]{0,39}(?:[-.&+'’/?…][\p{L}\p{N}•●∙⦁·*＊█▓▒░■▪_]{1,20}|-?\?{2,6}){0,6}(?:…|\.{2,3}|\?{2,4}|[!](?=\s|$))?/uy;

/** The word at a place of a text, read as a code; null when it is none. */
export function codeAt(text: string, at: number): CodeAt | null {
  if (OPEN.includes(text[at] ?? ' ')) {
    QUOTED.lastIndex = at + 1;
    const inside = QUOTED.exec(text)?.[1];
    if (inside === undefined) return null;
    const code = inside.trim();
    return codeOf(code, at + 1 + inside.indexOf(code), true);
  }
  BARE.lastIndex = at;
  const word = BARE.exec(text)?.[0]?.replace(OTHER_WRITING, '');
  if (word === undefined || /[#@/]/.test(text[at - 1] ?? '')) return null;
  return codeOf(word, at, false) ?? codeOf(word.replace(/[!.…_]+$/u, ''), at, false);
}

/** A whole text read as one code, several words included: `SUMMER SALE 20`. */
export function wholeCode(text: string): CodeAt | null {
  const code = text
    .trim()
    .replaceAll(/^["'“”„«»‘’`([]+|["'“”„«»‘’`)\].,;:]+$/gu, '')
    .replace(OTHER_WRITING, '')
    .trim();
  return codeOf(code, text.indexOf(code), true);
}

function codeOf(code: string, start: number, quoted: boolean): CodeAt | null {
  const end = start + code.length;
  if (isMasked(code)) return { code, start, end, masked: true, shape: 'strong', quoted };
  const shape = quoted && code.includes(' ') ? shapeOfWords(code) : codeShape(code);
  return shape === 'none' ? null : { code, start, end, masked: false, shape, quoted };
}

/** Two to four words that make one code: in capitals with a number, or letter by letter. */
function shapeOfWords(code: string): CodeShape {
  const words = code.split(/\s+/);
  if (words.length > 12 || /[.,;:!?/]|(?:^|\s)[&+|]\s/.test(code)) return 'none';
  if (words.some((word) => word.length > 2 && NO_CODES.has(word.toLowerCase()))) return 'none';
  if (words.every((word) => word.length === 1)) return codeShape(words.join(''));
  if (words.length > 4 || /[%€£]|\$\s?\d|(?<!\p{L})(?:off|free|save|sale|extra|up|to)(?!\p{L})/iu.test(code))
    return 'none';
  // `BLACK FRIDAY 2026`: what is on this year.
  if (/^20\d\d$/.test(words.at(-1) ?? '') && !/\d/.test(words.slice(0, -1).join(''))) return 'none';
  const joined = codeShape(words.join(''));
  return joined === 'strong' && words.some((word) => /^\p{Lu}{2,}/u.test(word)) ? 'strong' : 'none';
}
