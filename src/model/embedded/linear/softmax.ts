import type { SparseVector } from './sparse-vector.ts';

/**
 * Adds a vector's scores to `scores`.
 *
 * @param weights - feature by class: the weight of feature f for class c stands at `f * classes + c`.
 */
export function addScores(
  scores: Float64Array,
  weights: Float64Array | Float32Array,
  vector: SparseVector,
): void {
  const classes = scores.length;
  const { indices, values } = vector;
  for (let at = 0; at < indices.length; at++) {
    const value = values[at] ?? 0;
    const row = (indices[at] ?? 0) * classes;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + value * (weights[row + c] ?? 0);
  }
}

/**
 * Turns scores into shares that sum to 1, in place.
 *
 * @param temperature - above 1 makes the shares more alike, below 1 less; > 0.
 */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const share = Math.exp(((scores[c] ?? 0) - top) / temperature);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
  return scores;
}
