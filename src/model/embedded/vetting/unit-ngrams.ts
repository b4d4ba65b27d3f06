import { foldText } from '../../../domain/text/fold-text.ts';
import { countLetterRuns, countPiece } from '../linear/hash-pieces.ts';

const WORD_BITS = 15;
const LETTER_BITS = 16;
export const WORD_BINS = 1 << WORD_BITS;
export const LETTER_BINS = 1 << LETTER_BITS;
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
    countPiece(words, word, WORD_BINS);
    const next = list[at + 1];
    if (next !== undefined) countPiece(words, `${word} ${next}`, WORD_BINS);
    countLetterRuns(letters, word, LETTER_BINS);
  });
  return { words, letters };
}

function pieces(text: string): string[] {
  let plain = foldText(text);
  for (const [pattern, name] of KINDS)
    plain = typeof name === 'string' ? plain.replaceAll(pattern, name) : plain.replaceAll(pattern, name);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
