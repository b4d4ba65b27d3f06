/** A text and where the encoder puts it; vectors have length 1. */
export interface MeantText {
  readonly text: string;
  readonly meaning: Float32Array;
}

export interface NearInMeaning {
  readonly text: string;
  /** Cosine with the nearest of the words, −1 to 1; below 0.3 or so it says little. */
  readonly similarity: number;
}

/**
 * The texts of ours that lie nearest to any of an applicant's, nearest first; at equal distance the earlier one.
 *
 * @param words - where the encoder puts the applicant's texts; empty gives nothing.
 */
export function nearestInMeaning(
  words: readonly Float32Array[],
  texts: readonly MeantText[],
  atMost: number,
): NearInMeaning[] {
  if (words.length === 0) return [];
  return texts
    .map(({ text, meaning }) => ({
      text,
      similarity: Math.max(...words.map((word) => dotProduct(word, meaning))),
    }))
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, atMost);
}

function dotProduct(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (const [at, value] of one.entries()) sum += value * (other[at] ?? 0);
  return sum;
}
