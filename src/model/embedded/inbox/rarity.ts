import { LETTER_BINS, type NgramCounts, WORD_BINS } from './hashed-ngrams.ts';

/** A piece in one thread only is that author's habit or name. */
const THREADS_MIN = 2;

/**
 * How much each hashed piece tells: the logarithm of how rare it is among threads (smoothed inverse document frequency).
 *
 * @param threads - of each text; texts of one thread count once.
 * @returns words first, then letters; 0 for pieces in fewer than two threads.
 */
export function rarityOf(texts: readonly NgramCounts[], threads: readonly string[]): Float32Array {
  const seenBy = Array.from({ length: WORD_BINS + LETTER_BINS }, () => new Set<string>());
  texts.forEach(({ words, letters }, at) => {
    const thread = threads[at] ?? '';
    for (const bin of words.keys()) seenBy[bin]?.add(thread);
    for (const bin of letters.keys()) seenBy[WORD_BINS + bin]?.add(thread);
  });
  const total = new Set(threads).size;
  return Float32Array.from(seenBy, ({ size }) =>
    size < THREADS_MIN ? 0 : 1 + Math.log((1 + total) / (1 + size)),
  );
}
