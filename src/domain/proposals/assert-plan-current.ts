import { Refusal } from '../errors.ts';
import type { Correction } from '../networks/correction.ts';
import { planHash } from '../reconciliation/plan-hash.ts';
import type { Effect } from './effect.ts';

/**
 * The rows of a correction once more, from the tables: each figure before and after, and each reason.
 *
 * @throws {Refusal} `proposal_stale` when the plan of today differs from the one that was proposed.
 */
export function assertPlanCurrent(
  effect: Extract<Effect, { kind: 'commission.correct' }>,
  plan: readonly Correction[],
): void {
  if (planHash(plan) === effect.planSha256) return;
  throw new Refusal(
    'proposal_stale',
    'Orders or transactions of this correction changed since it was proposed; it has to be computed again.',
    { rows: plan.length, proposed: effect.lines.count },
  );
}
