import type { EconomicsPolicy } from './economics-policy.ts';

export interface RaiseQuestion {
  readonly currentBps: number;
  readonly breakEvenBps: number;
  /** What the partner asks for, if it names a rate; it can only lower the answer. Null when it names none. */
  readonly askedBps: number | null;
}

/**
 * The rate that may be offered to a partner who asks for more, or null when today's is the best the margin bears.
 *
 * Uses a part of the room up to break-even, at most a fixed raise at once, never more than was asked, rounded down.
 */
export function raiseWithin(
  { currentBps, breakEvenBps, askedBps }: RaiseQuestion,
  {
    roomShareBps,
    raiseMaxBps,
    rateStepBps,
  }: Pick<EconomicsPolicy, 'roomShareBps' | 'raiseMaxBps' | 'rateStepBps'>,
): number | null {
  const room = Math.floor(((breakEvenBps - currentBps) * roomShareBps) / 10_000);
  const highest = Math.min(currentBps + Math.min(room, raiseMaxBps), askedBps ?? Number.POSITIVE_INFINITY);
  const offered = Math.floor(highest / rateStepBps) * rateStepBps;
  return offered > currentBps ? offered : null;
}
