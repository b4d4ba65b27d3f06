/** Shares of one page's shingles: found and true, found only, true only; they sum to 1. */
export interface ShingleShares {
  readonly both: number;
  readonly foundOnly: number;
  readonly trueOnly: number;
}

/** As in the article-extraction benchmark: runs of four words, and each page counts alike however long it is. */
const SHINGLE_WORDS = 4;

export function shingleShares(truth: string, found: string, words: number = SHINGLE_WORDS): ShingleShares {
  const wanted = shingles(truth, words);
  const got = shingles(found, words);
  let [both, foundOnly, trueOnly] = [0, 0, 0];
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const [a, b] = [wanted.get(key) ?? 0, got.get(key) ?? 0];
    both += Math.min(a, b);
    foundOnly += Math.max(0, b - a);
    trueOnly += Math.max(0, a - b);
  }
  const sum = both + foundOnly + trueOnly || 1;
  return { both: both / sum, foundOnly: foundOnly / sum, trueOnly: trueOnly / sum };
}

/** Precision and recall as means over the pages, and their harmonic mean, as the benchmark has it. */
export function shingleScore(pages: readonly ShingleShares[]): {
  f1: number;
  precision: number;
  recall: number;
} {
  const mean = (of: (page: ShingleShares) => number): number =>
    pages.reduce((sum, page) => sum + of(page), 0) / Math.max(1, pages.length);
  const precision = mean(({ both, foundOnly }) => ratio(both, foundOnly, both === 0));
  const recall = mean(({ both, trueOnly }) => ratio(both, trueOnly, both === 0));
  return { f1: (2 * precision * recall) / (precision + recall || 1), precision, recall };
}

/** F1 of one page. */
export function shingleF1({ both, foundOnly, trueOnly }: ShingleShares): number {
  return (2 * both) / (2 * both + foundOnly + trueOnly || 1);
}

function ratio(both: number, off: number, isNothing: boolean): number {
  if (off === 0) return 1;
  return isNothing ? 0 : both / (both + off);
}

function shingles(text: string, length: number): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, tokens.length - length + 1); at++) {
    const key = tokens.slice(at, at + length).join(' ');
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
