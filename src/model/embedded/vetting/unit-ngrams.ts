import { foldText } from '../../../domain/text/fold-text.ts';

const WORD_BITS = 15;
const LETTER_BITS = 16;
export const WORD_BINS = 1 << WORD_BITS;
export const LETTER_BINS = 1 << LETTER_BITS;
const LETTERS_MIN = 3;
const LETTERS_MAX = 5;
const WORDS_MAX = 80;
/** Figures, addresses and links differ everywhere; that one stands there is what counts. Emoji say much in a caption. */
const KINDS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/https?:\/\/\S+|\bwww\.\S+/g, ' xlink '],
  [/\S+@\S+\.\S+/g, ' xaddress '],
  [/(?<!\p{L})@[\w.]+/gu, ' xhandle '],
  [/\d+(?:[.,:]\d+)*\s?%/g, ' xpercent '],
  [/[$€£]\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s?(?:[$€£]|eur(?:os?)?\b|gbp\b|usd\b|quid\b)/g, ' xmoney '],
  [/\b1[0-7]\b/g, ' xteen '],
  [/\d+(?:[.,:/]\d+)*/g, ' xnumber '],
  [/\p{Extended_Pictographic}/gu, (found) => ` xemoji${found.codePointAt(0)} `],
];

/** Counts of hashed pieces of a text, bin to count. */
export interface UnitNgrams {
  /** Words and pairs of words. */
  readonly words: ReadonlyMap<number, number>;
  /** Runs of 3 to 5 letters within a word, its ends included. */
  readonly letters: ReadonlyMap<number, number>;
}

/** Cuts a short text into pieces that need no language: words, pairs, and runs of letters, by hash. */
export function unitNgrams(text: string): UnitNgrams {
  const words = new Map<number, number>();
  const letters = new Map<number, number>();
  const list = pieces(text).slice(0, WORDS_MAX);
  list.forEach((word, at) => {
    count(words, hash(word) & (WORD_BINS - 1));
    const next = list[at + 1];
    if (next !== undefined) count(words, hash(`${word} ${next}`) & (WORD_BINS - 1));
    countLetters(letters, word);
  });
  return { words, letters };
}

function pieces(text: string): string[] {
  let plain = foldText(text);
  for (const [pattern, name] of KINDS)
    plain = typeof name === 'string' ? plain.replaceAll(pattern, name) : plain.replaceAll(pattern, name);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function countLetters(letters: Map<number, number>, word: string): void {
  const framed = ` ${word.slice(0, 30)} `;
  for (let length = LETTERS_MIN; length <= LETTERS_MAX; length++) {
    for (let from = 0; from + length <= framed.length; from++) {
      count(letters, hash(framed.slice(from, from + length)) & (LETTER_BINS - 1));
    }
  }
}

/** FNV-1a with a last mix: same text, same number, on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function count(counts: Map<number, number>, bin: number): void {
  counts.set(bin, (counts.get(bin) ?? 0) + 1);
}
