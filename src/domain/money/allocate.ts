import assert from 'node:assert';

/**
 * Splits a total over weights by largest remainder, so that the parts always sum to the whole.
 *
 * @param total - micros, either sign.
 * @param weights - each >= 0; when all are 0 the total is split evenly.
 * @returns one part per weight, in order; ties go to the earlier weight. Empty weights are a programmer's mistake.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  assert(weights.length > 0, 'nothing to allocate over');
  assert(
    weights.every((weight) => weight >= 0n),
    'weights are not negative',
  );
  const sum = weights.reduce((left, right) => left + right, 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights;
  const whole = sum === 0n ? BigInt(weights.length) : sum;

  const size = total < 0n ? -total : total;
  const parts = shares.map((share) => (size * share) / whole);
  const order = shares
    .map((share, index) => ({ index, remainder: (size * share) % whole }))
    .sort((left, right) =>
      left.remainder === right.remainder
        ? left.index - right.index
        : left.remainder > right.remainder
          ? -1
          : 1,
    );
  let left = size - parts.reduce((sumOfParts, part) => sumOfParts + part, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return total < 0n ? parts.map((part) => -part) : parts;
}
