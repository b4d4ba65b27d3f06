import { GLOSS_IDEAS } from '../../../domain/inbox/gloss/gloss-words.ts';
import { type MailGloss, mailGloss } from '../../../domain/inbox/gloss/mail-gloss.ts';
import { CONCEPTS } from '../../../domain/inbox/lexicon/concepts.ts';
import { countTerms, termWords } from '../../../domain/inbox/lexicon/term-index.ts';
import { mailMarks } from '../../../domain/inbox/mail-marks.ts';
import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { type SentenceRole, sentenceRoles } from '../../../domain/inbox/sentence-role.ts';
import { featureBlocks, putFeatures } from '../linear/feature-blocks.ts';
import { type SparseVector, sparseVector } from '../linear/sparse-vector.ts';
import { weighPieces } from '../linear/weigh-pieces.ts';
import { SENTENCE_VECTOR_LENGTH } from '../sentence-encoder.ts';
import type { MailVectors } from './encode-mails.ts';
import { hashedNgrams, LETTER_BINS, type NgramCounts, WORD_BINS } from './hashed-ngrams.ts';

const MARKS_MAX = 64;
const CONCEPTS_MAX = 40;
const PAIRS = (GLOSS_IDEAS * (GLOSS_IDEAS - 1)) / 2;
/** Where each kind of feature starts. The last feature is always 1. */
export const BLOCKS = featureBlocks([
  ['words', WORD_BINS],
  ['letters', LETTER_BINS],
  ['subject', SENTENCE_VECTOR_LENGTH],
  ['body', SENTENCE_VECTOR_LENGTH],
  ['concepts', 4 * CONCEPTS_MAX],
  ['ideas', 4 * GLOSS_IDEAS],
  ['pairs', PAIRS],
  ['marks', MARKS_MAX],
  ['always', 1],
]);
export const FEATURES = BLOCKS.always.from + BLOCKS.always.length;
export type BlockName = keyof typeof BLOCKS;

/** How much each kind of feature may say, chosen on the mails of writers that nothing was learnt from. */
export const SCALES: Readonly<Record<BlockName, number>> = {
  words: 2.4,
  letters: 3.2,
  subject: 1.2,
  body: 2.2,
  concepts: 0.5,
  ideas: 0.5,
  pairs: 0.4,
  marks: 1,
  always: 1,
};

/** A mail's features before the weighing that needs the whole training set. */
export interface RawFeatures {
  readonly ngrams: NgramCounts;
  /** Counts of concepts: of the whole mail, and of its subject, requests and settled matters. */
  readonly concepts: readonly [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  readonly gloss: MailGloss;
  readonly marks: readonly number[];
}

/** @param language - ISO 639-1 of the mail, `und` when unknown. */
export function rawFeatures(view: MailView, language: string, ownDomains: readonly string[]): RawFeatures {
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
    gloss: mailGloss(view.subject, view.body, language),
    marks: Object.values(mailMarks(view, ownDomains)),
  };
}

/**
 * Everything about one mail as one vector.
 *
 * @param rarity - for each bin of words and then of letters, how much it tells; 0 leaves it out.
 */
export function mailVector(
  raw: RawFeatures,
  vectors: MailVectors,
  rarity: Float32Array,
  scales: Readonly<Record<BlockName, number>> = SCALES,
): SparseVector {
  const entries = new Map<number, number>();
  putFeatures(entries, BLOCKS.words.from, scales.words, weighPieces(raw.ngrams.words, rarity, 0));
  putFeatures(
    entries,
    BLOCKS.letters.from,
    scales.letters,
    weighPieces(raw.ngrams.letters, rarity, WORD_BINS),
  );
  putFeatures(entries, BLOCKS.subject.from, scales.subject, vectors.subject.entries());
  putFeatures(entries, BLOCKS.body.from, scales.body, vectors.body.entries());
  raw.concepts.forEach((counts, at) => {
    putFeatures(entries, BLOCKS.concepts.from + at * CONCEPTS_MAX, scales.concepts, damped(counts));
  });
  const { body, subject, asked, negated, pairs } = raw.gloss;
  [body, subject, asked, negated].forEach((counts, at) => {
    putFeatures(entries, BLOCKS.ideas.from + at * GLOSS_IDEAS, scales.ideas, damped(counts));
  });
  putFeatures(
    entries,
    BLOCKS.pairs.from,
    scales.pairs,
    [...pairs].map((place) => [place, 1] as const),
  );
  putFeatures(entries, BLOCKS.marks.from, scales.marks, raw.marks.entries());
  entries.set(BLOCKS.always.from, scales.always);
  return sparseVector(entries);
}

const damped = (counts: Uint16Array): [number, number][] => [...counts].map((n, at) => [at, Math.log1p(n)]);
