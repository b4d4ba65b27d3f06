const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function with one peak is largest.
 *
 * @param evaluations - calls spent; each narrows the bracket to 62 %.
 * @returns the argument in [low, high].
 */
export function goldenSectionMax(
  f: (x: number) => number,
  low: number,
  high: number,
  evaluations: number,
): number {
  let [from, to] = [low, high];
  let [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let spent = 2; spent < evaluations; spent += 1) {
    if (atLeft >= atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - GOLDEN * (to - from);
      atLeft = f(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + GOLDEN * (to - from);
      atRight = f(right);
    }
  }
  return atLeft >= atRight ? left : right;
}
