import { GLOSS_IDEAS } from '../../../domain/vetting/gloss/vetting-gloss.ts';
import { TERM_NAMES } from '../../../domain/vetting/safety/term-sets.ts';
import { type TextUnit, UNIT_PLACES } from '../../../domain/vetting/text-units.ts';
import { featureBlocks, putFeatures } from '../linear/feature-blocks.ts';
import { type SparseVector, sparseVector } from '../linear/sparse-vector.ts';
import { weighPieces } from '../linear/weigh-pieces.ts';
import { SENTENCE_VECTOR_LENGTH } from '../sentence-encoder.ts';
import { LETTER_BINS, type UnitNgrams, unitNgrams, WORD_BINS } from './unit-ngrams.ts';

const IDEAS_MAX = 128;
/** Where each kind of feature starts. The last feature is always 1. */
export const BLOCKS = featureBlocks([
  ['words', WORD_BINS],
  ['letters', LETTER_BINS],
  ['meaning', SENTENCE_VECTOR_LENGTH],
  ['ideas', IDEAS_MAX],
  ['gloss', GLOSS_IDEAS],
  ['pairs', (GLOSS_IDEAS * (GLOSS_IDEAS - 1)) / 2],
  ['places', UNIT_PLACES.length],
  ['always', 1],
]);
export const FEATURES = BLOCKS.always.from + BLOCKS.always.length;
export type BlockName = keyof typeof BLOCKS;

/** How much each kind of feature may say, chosen by leaving out one writer of the labelled applications after the other. */
export const SCALES: Readonly<Record<BlockName, number>> = {
  words: 2.4,
  letters: 2.4,
  meaning: 2.2,
  ideas: 0.7,
  gloss: 0.7,
  pairs: 0.5,
  places: 0.5,
  always: 1,
};

/** A stretch of text before the weighing that needs the whole training set. */
export interface RawUnit {
  readonly ngrams: UnitNgrams;
  readonly ideas: Uint16Array;
  readonly gloss: Uint16Array;
  readonly place: number;
}

export function rawUnit({ text, where, ideas, gloss }: TextUnit): RawUnit {
  if (ideas.length !== TERM_NAMES.length || ideas.length > IDEAS_MAX)
    throw new Error('The ideas have another number than the word lists.');
  return { ngrams: unitNgrams(text), ideas, gloss, place: UNIT_PLACES.indexOf(where) };
}

/**
 * Everything about one stretch of text as one vector.
 *
 * @param meaning - the sentence encoder's vector of it.
 * @param rarity - for each bin of words and then of letters, how much it tells; 0 leaves it out.
 */
export function unitVector(
  raw: RawUnit,
  meaning: Float32Array,
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
  putFeatures(entries, BLOCKS.meaning.from, scales.meaning, meaning.entries());
  putFeatures(entries, BLOCKS.ideas.from, scales.ideas, named(raw.ideas));
  putFeatures(entries, BLOCKS.gloss.from, scales.gloss, named(raw.gloss));
  putFeatures(entries, BLOCKS.pairs.from, scales.pairs, pairs(raw.gloss));
  entries.set(BLOCKS.places.from + raw.place, scales.places);
  entries.set(BLOCKS.always.from, scales.always);
  return sparseVector(entries);
}

/** Places of the ideas that are named. */
const named = (counts: Uint16Array): [number, number][] =>
  [...counts.keys()].filter((at) => (counts[at] ?? 0) > 0).map((at) => [at, 1]);

/** Places of pairs of ideas named together, in a triangle without diagonal. */
function pairs(counts: Uint16Array): [number, number][] {
  const ideas = named(counts).map(([at]) => at);
  return ideas.flatMap((high, at) =>
    ideas.slice(0, at).map((low): [number, number] => [(high * (high - 1)) / 2 + low, 1]),
  );
}
