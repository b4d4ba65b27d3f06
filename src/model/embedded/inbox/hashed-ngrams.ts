import { foldText } from '../../../domain/text/fold-text.ts';
import { countLetterRuns, countPiece } from '../linear/hash-pieces.ts';

const WORD_BITS = 16;
const LETTER_BITS = 17;
export const WORD_BINS = 1 << WORD_BITS;
export const LETTER_BINS = 1 << LETTER_BITS;
const WORDS_MAX = 600;
const SUBJECT_WORDS_MAX = 40;
/** Figures, addresses and links differ in every mail; that one stands there is what counts. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/\S+|\bwww\.\S+/g, ' xlink '],
  [/\S+@\S+\.\S+/g, ' xaddress '],
  [/\d+(?:[.,:]\d+)*\s?%/g, ' xpercent '],
  [/[$€£]\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s?(?:[$€£]|eur\b|gbp\b|usd\b)/g, ' xmoney '],
  [/\d+(?:[.,:/]\d+)*/g, ' xnumber '],
];

/** Counts of hashed pieces of a text. */
export interface NgramCounts {
  /** Words and pairs of words of body and subject, the subject's also apart; bin to count. */
  readonly words: ReadonlyMap<number, number>;
  /** Runs of 3 to 5 letters within a word, its ends included; bin to count. */
  readonly letters: ReadonlyMap<number, number>;
}

/** Cuts a mail's words into pieces that need no language: words, pairs, and runs of letters, by hash. */
export function hashedNgrams(subject: string, body: string): NgramCounts {
  const head = pieces(subject).slice(0, SUBJECT_WORDS_MAX);
  const tail = pieces(body).slice(0, WORDS_MAX);
  const words = new Map<number, number>();
  const letters = new Map<number, number>();
  for (const list of [head, tail]) {
    list.forEach((word, at) => {
      countPiece(words, word, WORD_BINS);
      const next = list[at + 1];
      if (next !== undefined) countPiece(words, `${word} ${next}`, WORD_BINS);
      countLetterRuns(letters, word, LETTER_BINS);
    });
  }
  for (const word of head) countPiece(words, `subject ${word}`, WORD_BINS);
  return { words, letters };
}

function pieces(text: string): string[] {
  let plain = foldText(text);
  for (const [pattern, name] of KINDS) plain = plain.replaceAll(pattern, name);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
