import assert from 'node:assert';

const Z_95 = 1.959963984540054;

/**
 * 95 % Wilson score interval of a share: honest also for few trials and for shares near 0 or 1.
 *
 * @returns `[low, high]` within [0, 1], or `null` when there were no trials.
 */
export function wilsonInterval(successes: number, trials: number): [number, number] | null {
  assert(successes >= 0 && successes <= trials, 'successes lie between 0 and the trials');
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = (Z_95 * Z_95) / trials;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z_95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))) / (1 + z2);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
