/**
 * Counted pieces of a text as a vector of length 1: the count damped by a logarithm, times rarity.
 *
 * @param rarity - by bin, how much it tells; 0 leaves it out. @param from - where the bins of these counts begin in it.
 */
export function weighPieces(
  counts: ReadonlyMap<number, number>,
  rarity: Float32Array,
  from: number,
): [number, number][] {
  const list = [...counts].map(([bin, n]): [number, number] => [
    bin,
    (1 + Math.log(n)) * (rarity[from + bin] ?? 0),
  ]);
  const length = Math.sqrt(list.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return list.map(([bin, value]) => [bin, value / length]);
}
