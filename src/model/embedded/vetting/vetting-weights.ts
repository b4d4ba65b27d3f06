import assert from 'node:assert';
import { z } from 'zod';
import { READ_FLAGS } from '../../../domain/vetting/text-reading.ts';
import { LETTER_BINS, WORD_BINS } from './unit-ngrams.ts';
import { BLOCKS, FEATURES } from './unit-vector.ts';

/** Flags in their order, and last: nothing of the kind. */
export const CLASSES = READ_FLAGS.length + 1;
export const NOTHING = READ_FLAGS.length;
const BINS = WORD_BINS + LETTER_BINS;
const LEVELS = 127;

/** Numbers chosen on applications that the weights they were chosen with had not seen. */
export const ReadLimits = z.strictObject({
  /** For each flag: from this chance on it is said without a word list's hit. */
  foundFrom: z.array(z.number()).length(READ_FLAGS.length),
  /** For each flag: below this chance a word list's hit alone does not count. */
  dismissedBelow: z.array(z.number()).length(READ_FLAGS.length),
});
export type ReadLimits = z.infer<typeof ReadLimits>;

/** What was learnt from labelled applications and phrases. */
export interface VettingWeights {
  /** How much each hashed piece tells; words, then letters. */
  readonly rarity: Float32Array;
  /** Feature by class, as `addScores` reads them. */
  readonly weights: Float32Array;
  readonly limits: ReadLimits;
}

/** The text half of the committed weights; the numbers stand beside it, compressed. */
export const VettingWeightsHead = z.strictObject({
  version: z.literal(1),
  /** Of the labelled applications and phrases that were learnt from. */
  casesSha256: z.string(),
  applications: z.int(),
  phrases: z.int(),
  limits: ReadLimits,
  rarityStep: z.number(),
  /** What one step of a byte is worth, by block and class. */
  steps: z.array(z.array(z.number()).length(CLASSES)),
});
export type VettingWeightsHead = z.infer<typeof VettingWeightsHead>;

/** Weights as bytes, in 255 steps by block and class. */
export function packVettingWeights({ rarity, weights }: Pick<VettingWeights, 'rarity' | 'weights'>): {
  readonly bytes: Uint8Array;
  readonly rarityStep: number;
  readonly steps: number[][];
} {
  const rarityStep = rarity.reduce((most, value) => Math.max(most, value), 0) / 255 || 1;
  const packed = new Int8Array(FEATURES * CLASSES);
  const steps = Object.values(BLOCKS).map(({ from, length }) =>
    Array.from({ length: CLASSES }, (_, c) => {
      let most = 0;
      for (let f = from; f < from + length; f++)
        most = Math.max(most, Math.abs(weights[f * CLASSES + c] ?? 0));
      const step = most / LEVELS || 1;
      for (let f = from; f < from + length; f++)
        packed[f * CLASSES + c] = Math.round((weights[f * CLASSES + c] ?? 0) / step);
      return step;
    }),
  );
  const pieces = Uint8Array.from(rarity, (value) => Math.round(value / rarityStep));
  return { bytes: Buffer.concat([pieces, new Uint8Array(packed.buffer)]), rarityStep, steps };
}

/** The opposite of `packVettingWeights`. */
export function unpackVettingWeights(
  bytes: Uint8Array,
  { rarityStep, steps, limits }: Pick<VettingWeightsHead, 'rarityStep' | 'steps' | 'limits'>,
): VettingWeights {
  assert(bytes.length === BINS + FEATURES * CLASSES, 'the weights fit the features of this version');
  const packed = Int8Array.from(bytes.subarray(BINS));
  const weights = new Float32Array(packed.length);
  Object.values(BLOCKS).forEach(({ from, length }, block) => {
    for (let at = from * CLASSES; at < (from + length) * CLASSES; at++)
      weights[at] = (packed[at] ?? 0) * (steps[block]?.[at % CLASSES] ?? 0);
  });
  return { rarity: Float32Array.from(bytes.subarray(0, BINS), (byte) => byte * rarityStep), weights, limits };
}
