export interface AreaUnderCurve {
  /** Chance that a random positive scores above a random negative; ties count half. */
  readonly value: number;
  /** 95 %, by Hanley and McNeil 1982. */
  readonly interval: readonly [number, number];
}

const Z_95 = 1.959963984540054;

/** Area under the ROC curve; null when one side is empty. */
export function areaUnderCurve(
  positives: readonly number[],
  negatives: readonly number[],
): AreaUnderCurve | null {
  const [p, n] = [positives.length, negatives.length];
  if (p === 0 || n === 0) return null;
  const ranked = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < ranked.length; ) {
    let to = from;
    while (to < ranked.length && ranked[to]?.score === ranked[from]?.score) to += 1;
    const middleRank = (from + 1 + to) / 2;
    rankSum += middleRank * ranked.slice(from, to).filter(({ isPositive }) => isPositive).length;
    from = to;
  }
  const area = (rankSum - (p * (p + 1)) / 2) / (p * n);
  const [q1, q2] = [area / (2 - area), (2 * area * area) / (1 + area)];
  const error = Math.sqrt(
    (area * (1 - area) + (p - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area)) / (p * n),
  );
  return { value: area, interval: [Math.max(0, area - Z_95 * error), Math.min(1, area + Z_95 * error)] };
}
