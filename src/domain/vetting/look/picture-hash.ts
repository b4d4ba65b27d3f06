import type { Pixels } from './pixels.ts';

const SIDE = 32;
const KEPT = 8;

/** Cosines of the discrete cosine transform of 32 values, the lowest eight frequencies. */
const COSINES = Array.from({ length: KEPT }, (_, frequency) =>
  Float64Array.from({ length: SIDE }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * SIDE))),
);

/**
 * A perceptual hash of 64 bits: copies of one picture that were scaled, recoded or lightly toned differ in few bits.
 *
 * The signs of the 64 lowest frequencies of the discrete cosine transform, against their median.
 *
 * @param pixels - exactly 32 × 32.
 */
export function pictureHash(pixels: Pixels): bigint {
  const grey = Float64Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = pixels.data.subarray(at * 3, at * 3 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  const terms = lowFrequencies(grey);
  const median = middleOf(terms.slice(1));
  return terms.reduce((hash, term) => (hash << 1n) | (term > median ? 1n : 0n), 0n);
}

/** How many of 64 bits differ. */
export function hashDistance(one: bigint, other: bigint): number {
  let bits = one ^ other;
  let count = 0;
  while (bits > 0n) {
    count += Number(bits & 1n);
    bits >>= 1n;
  }
  return count;
}

function lowFrequencies(grey: Float64Array): number[] {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    COSINES.map((cosines) => cosines.reduce((sum, cosine, x) => sum + cosine * (grey[y * SIDE + x] ?? 0), 0)),
  );
  return COSINES.flatMap((cosines) =>
    COSINES.map((_, u) => cosines.reduce((sum, cosine, y) => sum + cosine * (rows[y]?.[u] ?? 0), 0)),
  );
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
