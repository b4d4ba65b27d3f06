/** A long vector of mostly zeros: where it is not zero, ascending, and what stands there. */
export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** @param entries - index to value; zeros are left out. */
export function sparseVector(entries: ReadonlyMap<number, number>): SparseVector {
  const kept = [...entries].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
  return {
    indices: Uint32Array.from(kept, ([index]) => index),
    values: Float32Array.from(kept, ([, value]) => value),
  };
}
