import assert from 'node:assert';
import { DIMENSIONS } from './vector-store.ts';

/** The same direction with length 1, so that a product of two is their cosine; a new array. */
export function unitVector(vector: Float32Array): Float32Array {
  assert(vector.length === DIMENSIONS, `a vector has ${DIMENSIONS} numbers, not ${vector.length}`);
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  assert(Number.isFinite(length) && length > 0, 'a vector has finite numbers that are not all zero');
  return vector.map((value) => value / length);
}
