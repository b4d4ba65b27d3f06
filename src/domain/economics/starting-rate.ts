import type { EconomicsPolicy } from './economics-policy.ts';

/**
 * The rate to start a new partner at: a part of what comparable partners' break-even leaves, never above what they are
 * paid, rounded down. Null when nothing can be offered.
 *
 * @param usualBps - the median rate of comparable partners; null when none is on file.
 */
export function startingRate(
  { breakEvenBps, usualBps }: { readonly breakEvenBps: number; readonly usualBps: number | null },
  { roomShareBps, rateStepBps }: Pick<EconomicsPolicy, 'roomShareBps' | 'rateStepBps'>,
): number | null {
  const share = Math.floor((breakEvenBps * roomShareBps) / 10_000);
  const highest = Math.min(share, usualBps ?? share);
  const rate = Math.floor(highest / rateStepBps) * rateStepBps;
  return rate > 0 ? rate : null;
}
