import { foldText } from '../../../domain/text/fold-text.ts';

const WORD_BITS = 16;
const LETTER_BITS = 17;
export const WORD_BINS = 1 << WORD_BITS;
export const LETTER_BINS = 1 << LETTER_BITS;
const LETTERS_MIN = 3;
const LETTERS_MAX = 5;
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
      count(words, hash(word) & (WORD_BINS - 1));
      const next = list[at + 1];
      if (next !== undefined) count(words, hash(`${word} ${next}`) & (WORD_BINS - 1));
      countLetters(letters, word);
    });
  }
  for (const word of head) count(words, hash(`subject ${word}`) & (WORD_BINS - 1));
  return { words, letters };
}

function pieces(text: string): string[] {
  let plain = foldText(text);
  for (const [pattern, name] of KINDS) plain = plain.replaceAll(pattern, name);
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
