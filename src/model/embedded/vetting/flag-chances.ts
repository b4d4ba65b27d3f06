import { READ_FLAGS } from '../../../domain/vetting/text-reading.ts';
import { addScores, softmax } from '../linear/softmax.ts';
import type { SparseVector } from '../linear/sparse-vector.ts';
import { CLASSES } from './vetting-weights.ts';

const OFF_TOPIC = READ_FLAGS.indexOf('off_topic');

/** What the weights say of one stretch of text: a share for each flag and for nothing of the kind. */
export function unitShares(weights: Float32Array | Float64Array, vector: SparseVector): Float64Array {
  const scores = new Float64Array(CLASSES);
  addScores(scores, weights, vector);
  return softmax(scores, 1);
}

/**
 * A chance for each flag of a whole application, in the order of `READ_FLAGS`.
 *
 * One stretch suffices for a flag. Another trade is what an application speaks of on the whole.
 */
export function flagChances(shares: readonly Float64Array[]): Float64Array {
  return Float64Array.from(READ_FLAGS, (_, place) => {
    const own = shares.map((share) => share[place] ?? 0);
    if (own.length === 0) return 0;
    return place === OFF_TOPIC ? own.reduce((sum, share) => sum + share, 0) / own.length : Math.max(...own);
  });
}
