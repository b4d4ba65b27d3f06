import { CONCEPTS } from '../../../domain/inbox/lexicon/concepts.ts';
import { countTerms, termWords } from '../../../domain/inbox/lexicon/term-index.ts';
import { mailMarks } from '../../../domain/inbox/mail-marks.ts';
import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { type SentenceRole, sentenceRoles } from '../../../domain/inbox/sentence-role.ts';
import { type SparseVector, sparseVector } from '../linear/sparse-vector.ts';
import { SENTENCE_VECTOR_LENGTH } from '../sentence-encoder.ts';
import { hashedNgrams, LETTER_BINS, type NgramCounts, WORD_BINS } from './hashed-ngrams.ts';

const MARKS_MAX = 64;
const CONCEPTS_MAX = 40;
const PAIRS = (CONCEPTS_MAX * (CONCEPTS_MAX - 1)) / 2;
/** Where each kind of feature starts. The last feature is always 1. */
export const BLOCKS = blocks([
  ['words', WORD_BINS],
  ['letters', LETTER_BINS],
  ['sentence', SENTENCE_VECTOR_LENGTH],
  ['concepts', 4 * CONCEPTS_MAX],
  ['pairs', PAIRS],
  ['marks', MARKS_MAX],
  ['always', 1],
]);
export const FEATURES = BLOCKS.always.from + BLOCKS.always.length;
export type BlockName = keyof typeof BLOCKS;

/** How much each kind of feature may say, chosen by cross-validation. */
export const SCALES: Readonly<Record<BlockName, number>> = {
  words: 1,
  letters: 0.7,
  sentence: 2,
  concepts: 0.5,
  pairs: 0.25,
  marks: 1,
  always: 1,
};

const BODY_CHARACTERS = 300;
const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|sehr geehrte\p{L}*|liebe\p{L}*|bonjour|salut|hola|buenos d[ií]as|buenas|estimad\p{L}*|ciao|buongiorno|salve|gentil\p{L}*|ol[áa]|bom dia|boa tarde|car[oa]s?|prezad\p{L}*|beste|geachte)\b[^\n.!?]{0,40}[\n,!.–-]+/iu;

/** A mail's features before the weighing that needs the whole training set. */
export interface RawFeatures {
  readonly ngrams: NgramCounts;
  /** Counts of concepts: of the whole mail, and of its subject, requests and settled matters. */
  readonly concepts: readonly [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  readonly marks: readonly number[];
}

/** The words that the sentence encoder reads: the subject of a new thread, then requests, then the rest, cut to length. */
export function sentenceOf(view: MailView): string {
  const sentences = sentenceRoles(view.body.replace(GREETING, ''));
  const inRole = (wanted: SentenceRole): string[] =>
    sentences.flatMap(({ sentence, role }) => (role === wanted ? [sentence] : []));
  const subject = view.isReply ? [] : [`${view.subject}.`];
  return [...subject, ...inRole('ask'), ...inRole('other'), ...inRole('settled')]
    .join(' ')
    .slice(0, BODY_CHARACTERS);
}

export function rawFeatures(view: MailView, ownDomains: readonly string[]): RawFeatures {
  const sentences = sentenceRoles(view.body);
  const counts = (...texts: readonly string[]): Uint16Array => countTerms(CONCEPTS, texts.flatMap(termWords));
  const inRole = (wanted: SentenceRole): Uint16Array =>
    counts(...sentences.flatMap(({ sentence, role }) => (role === wanted ? [sentence] : [])));
  return {
    ngrams: hashedNgrams(view.subject, view.body),
    concepts: [
      counts(view.isReply ? '' : view.subject, view.body),
      counts(view.subject),
      inRole('ask'),
      inRole('settled'),
    ],
    marks: Object.values(mailMarks(view, ownDomains)),
  };
}

/**
 * Everything about one mail as one vector.
 *
 * @param rarity - for each bin of words and then of letters, how much it tells; 0 leaves it out.
 * @param sentence - the sentence encoder's vector of `sentenceOf`.
 */
export function mailVector(
  raw: RawFeatures,
  sentence: Float32Array,
  rarity: Float32Array,
  scales: Readonly<Record<BlockName, number>> = SCALES,
): SparseVector {
  const entries = new Map<number, number>();
  put(entries, BLOCKS.words.from, scales.words, weighed(raw.ngrams.words, rarity, 0));
  put(entries, BLOCKS.letters.from, scales.letters, weighed(raw.ngrams.letters, rarity, WORD_BINS));
  put(entries, BLOCKS.sentence.from, scales.sentence, sentence.entries());
  raw.concepts.forEach((counts, at) => {
    put(entries, BLOCKS.concepts.from + at * CONCEPTS_MAX, scales.concepts, damped(counts));
  });
  put(entries, BLOCKS.pairs.from, scales.pairs, pairsOf(raw.concepts[0]));
  put(entries, BLOCKS.marks.from, scales.marks, raw.marks.entries());
  entries.set(BLOCKS.always.from, scales.always);
  return sparseVector(entries);
}

/** Term frequency damped, times rarity, to length 1. */
function weighed(
  counts: ReadonlyMap<number, number>,
  rarity: Float32Array,
  from: number,
): [number, number][] {
  const list = [...counts].map(([bin, n]): [number, number] => [
    bin,
    (1 + Math.log(n)) * (rarity[from + bin] ?? 0),
  ]);
  const length = Math.sqrt(list.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return list.map(([bin, value]) => [bin, value / length]);
}

const damped = (counts: Uint16Array): [number, number][] => [...counts].map((n, at) => [at, Math.log1p(n)]);

function* pairsOf(counts: Uint16Array): Generator<[number, number]> {
  const named = [...counts.keys()].filter((at) => (counts[at] ?? 0) > 0);
  for (const [place, high] of named.entries()) {
    for (const low of named.slice(0, place)) yield [(high * (high - 1)) / 2 + low, 1];
  }
}

function put(
  entries: Map<number, number>,
  from: number,
  scale: number,
  values: Iterable<readonly [number, number]>,
): void {
  for (const [at, value] of values) entries.set(from + at, value * scale);
}

function blocks<Name extends string>(
  list: readonly (readonly [Name, number])[],
): Readonly<Record<Name, { readonly from: number; readonly length: number }>> {
  let from = 0;
  const places = list.map(([name, length]) => {
    const place = [name, { from, length }] as const;
    from += length;
    return place;
  });
  return Object.fromEntries(places) as Record<Name, { from: number; length: number }>;
}
