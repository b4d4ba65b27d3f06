import type pg from 'pg';
import { Refusal } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import type { GateContext } from './case.ts';
import { decide } from './decide.ts';
import type { DecisionInput } from './decision-input.ts';

export type ManyOutcome =
  | { readonly proposalId: string; readonly ok: true; readonly outcome: DecisionOutcome }
  | { readonly proposalId: string; readonly ok: false; readonly refusal: Refusal };

/**
 * Takes several decisions one after the other, each bound to its own hash and in its own transaction: one that is
 * refused does not hold up the others. Anything but a refusal ends it; what was decided before stays decided.
 */
export async function decideMany(
  pool: pg.Pool,
  inputs: readonly DecisionInput[],
  by: Principal,
  context: GateContext,
): Promise<ManyOutcome[]> {
  const outcomes: ManyOutcome[] = [];
  for (const input of inputs) {
    const { proposalId } = input;
    try {
      outcomes.push({ proposalId, ok: true, outcome: await decide(pool, input, by, context) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push({ proposalId, ok: false, refusal: error });
    }
  }
  return outcomes;
}
