import { Refusal } from '../errors.ts';
import type { Effect } from './effect.ts';

/** What the tables say now of the rate that an effect changes. */
export interface RateState {
  /** What would hold at the change's start without it; null when no rate is on file. */
  readonly rateBps: number | null;
  /** The rate at which the partner brings nothing; null when it cannot be computed. */
  readonly breakEvenBps: number | null;
}

type RateEffect = Extract<Effect, { kind: 'commission.change' }>;

/**
 * The figures of a change of rate once more.
 *
 * @throws {Refusal} `proposal_stale` when another rate holds by now, or a raise would go above break-even as it is now;
 *   `input_invalid` when it changes nothing or ends before it starts.
 */
export function assertRateFits(effect: RateEffect, { rateBps, breakEvenBps }: RateState): void {
  const { partnerId, fromBps, toBps, startsAt, endsAt } = effect;
  if (toBps === fromBps || (endsAt !== null && endsAt <= startsAt)) {
    throw new Refusal('input_invalid', 'A change of rate changes something, for some time.', { partnerId });
  }
  if (rateBps !== fromBps) {
    throw new Refusal('proposal_stale', 'Another rate holds by now; it has to be computed again.', {
      partnerId,
      nowBps: rateBps ?? 'none',
    });
  }
  const isRaise = fromBps === null || toBps > fromBps;
  if (isRaise && (breakEvenBps === null || toBps > breakEvenBps)) {
    throw new Refusal('proposal_stale', 'This rate would be above break-even as it is now.', {
      partnerId,
      breakEvenBps: breakEvenBps ?? 'unknown',
    });
  }
}
