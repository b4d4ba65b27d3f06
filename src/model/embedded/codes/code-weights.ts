import { z } from 'zod';

/** Places in each of the two lists of weights; powers of two. */
export const CODE_BINS = { isCode: 1 << 16, isOver: 1 << 15 } as const;

/** What stands beside the numbers. */
export const CodeWeightsHead = z.strictObject({
  version: z.literal(1),
  /** Of the pages and fragments they were learnt from. */
  pagesSha256: z.string(),
  pages: z.int(),
  /** One step of the packed numbers of each list. */
  steps: z.strictObject({ isCode: z.number(), isOver: z.number() }),
});
export type CodeWeightsHead = z.infer<typeof CodeWeightsHead>;

/** What each sign adds to the log-odds, by the bin of its name. */
export interface CodeWeights {
  readonly isCode: Float32Array;
  readonly isOver: Float32Array;
}

const LEVELS = 127;

/** Each weight as one byte, in steps of its list. */
export function packCodeWeights({ isCode, isOver }: CodeWeights): {
  bytes: Int8Array;
  steps: CodeWeightsHead['steps'];
} {
  const stepOf = (weights: Float32Array): number =>
    weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LEVELS || 1;
  const steps = { isCode: stepOf(isCode), isOver: stepOf(isOver) };
  const packed = (weights: Float32Array, step: number) =>
    [...weights].map((weight) => Math.round(weight / step));
  return { bytes: Int8Array.from([...packed(isCode, steps.isCode), ...packed(isOver, steps.isOver)]), steps };
}

export function unpackCodeWeights(bytes: Int8Array, { steps }: CodeWeightsHead): CodeWeights {
  if (bytes.length !== CODE_BINS.isCode + CODE_BINS.isOver)
    throw new Error('The weights for codes have another size than the signs.');
  const scaled = (part: Int8Array, step: number) => Float32Array.from(part, (level) => level * step);
  return {
    isCode: scaled(bytes.subarray(0, CODE_BINS.isCode), steps.isCode),
    isOver: scaled(bytes.subarray(CODE_BINS.isCode), steps.isOver),
  };
}
