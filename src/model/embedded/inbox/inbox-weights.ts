import assert from 'node:assert';
import { z } from 'zod';
import { URGENCIES } from '../../../domain/inbox/urgency.ts';
import { LETTER_BINS, WORD_BINS } from './hashed-ngrams.ts';
import { BLOCKS, FEATURES } from './mail-features.ts';
import { WISHES } from './wish.ts';

/** What was learnt from the labelled mails. */
export interface InboxWeights {
  /** How much each hashed piece tells; see `rarityOf`. */
  readonly rarity: Float32Array;
  /** Feature by class; see `wishOf`. */
  readonly wish: Float32Array;
  /** Feature by class: 0 no, 1 must go to a person. */
  readonly human: Float32Array;
  /** Feature by class: 0 no, 1 sensitive for the brand. */
  readonly brand: Float32Array;
  /** Feature by class, classes in the order of `URGENCIES`. */
  readonly urgency: Float32Array;
  readonly limits: InboxLimits;
}

/** Numbers chosen on mails that the weights they were chosen with had not seen. */
export const InboxLimits = z.strictObject({
  /** Divides scores so that a stated confidence is a share of right answers; > 0. */
  temperature: z.number().positive(),
  /** Below this confidence a mail is unsure and goes to a person. */
  sureFrom: z.number().min(0).max(1),
  /** Other intents from this share on are named too. */
  alsoFrom: z.number().min(0).max(1),
  /** From this chance on a mail goes to a person. */
  humanFrom: z.number().min(0).max(1),
  /** From this chance on it is sensitive for the brand. */
  brandFrom: z.number().min(0).max(1),
});
export type InboxLimits = z.infer<typeof InboxLimits>;

const Scales = z.array(z.array(z.number()));

/** The text half of the committed weights; the numbers stand beside it, compressed. */
export const InboxWeightsHead = z.strictObject({
  version: z.number().int(),
  /** Of the labelled mails that were learnt from. */
  casesSha256: z.string(),
  mails: z.number().int(),
  limits: InboxLimits,
  rarityStep: z.number(),
  /** For each head: what one step of a byte is worth, by block and class. */
  steps: z.strictObject({ wish: Scales, human: Scales, brand: Scales, urgency: Scales }),
});
export type InboxWeightsHead = z.infer<typeof InboxWeightsHead>;

const BINS = WORD_BINS + LETTER_BINS;
const HEADS = [
  ['wish', WISHES],
  ['human', 2],
  ['brand', 2],
  ['urgency', URGENCIES.length],
] as const;

/** Weights as bytes: each head's numbers in 255 steps, by block and class. */
export function packWeights(weights: InboxWeights): {
  readonly bytes: Uint8Array;
  readonly rarityStep: number;
  readonly steps: InboxWeightsHead['steps'];
} {
  const rarityStep = weights.rarity.reduce((top, value) => Math.max(top, value), 0) / 255 || 1;
  const bytes = [Uint8Array.from(weights.rarity, (value) => Math.round(value / rarityStep))];
  const steps: Record<string, number[][]> = {};
  for (const [head, classes] of HEADS) {
    const packed = new Int8Array(FEATURES * classes);
    steps[head] = Object.values(BLOCKS).map((block) => packBlock(weights[head], packed, block, classes));
    bytes.push(new Uint8Array(packed.buffer));
  }
  return { bytes: Buffer.concat(bytes), rarityStep, steps: InboxWeightsHead.shape.steps.parse(steps) };
}

/** The opposite of `packWeights`. */
export function unpackWeights(bytes: Uint8Array, head: InboxWeightsHead): InboxWeights {
  const expected = BINS + FEATURES * HEADS.reduce((sum, [, classes]) => sum + classes, 0);
  assert(bytes.length === expected, 'the weights fit the features of this version');
  const rarity = Float32Array.from(bytes.subarray(0, BINS), (byte) => byte * head.rarityStep);
  let from = BINS;
  const [wish, human, brand, urgency] = HEADS.map(([name, classes]) => {
    const packed = Int8Array.from(bytes.subarray(from, from + FEATURES * classes));
    from += FEATURES * classes;
    return unpackBlocks(packed, head.steps[name], classes);
  });
  assert(wish && human && brand && urgency, 'four heads');
  return { rarity, wish, human, brand, urgency, limits: head.limits };
}

interface Block {
  readonly from: number;
  readonly length: number;
}

function packBlock(
  weights: Float32Array,
  packed: Int8Array,
  { from, length }: Block,
  classes: number,
): number[] {
  return Array.from({ length: classes }, (_, c) => {
    let top = 0;
    for (let f = from; f < from + length; f++) top = Math.max(top, Math.abs(weights[f * classes + c] ?? 0));
    const step = top / 127 || 1;
    for (let f = from; f < from + length; f++) {
      packed[f * classes + c] = Math.round((weights[f * classes + c] ?? 0) / step);
    }
    return step;
  });
}

function unpackBlocks(
  packed: Int8Array,
  steps: readonly (readonly number[])[],
  classes: number,
): Float32Array {
  const weights = new Float32Array(packed.length);
  Object.values(BLOCKS).forEach(({ from, length }, block) => {
    for (let at = from * classes; at < (from + length) * classes; at++) {
      weights[at] = (packed[at] ?? 0) * (steps[block]?.[at % classes] ?? 0);
    }
  });
  return weights;
}
