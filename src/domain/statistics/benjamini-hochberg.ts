/**
 * Benjamini–Hochberg q-values: calling everything with q ≤ 0.01 is wrong in at most 1 % of the calls, on average.
 *
 * @param pValues - each in [0, 1]; order is kept.
 * @returns q-values in [0, 1], never below their p, and in the same order of size as the p-values.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).sort((left, right) => left.p - right.p);
  const qValues = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  for (let rank = ascending.length; rank >= 1; rank -= 1) {
    const entry = ascending[rank - 1];
    if (!entry) continue;
    smallest = Math.min(smallest, entry.p * (ascending.length / rank));
    qValues[entry.index] = smallest;
  }
  return qValues;
}
