import type pg from 'pg';
import { inTransaction } from '../../db/transaction.ts';
import { assertMayDecide, type Principal } from '../domain/principal.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import { changed, shownOf } from '../domain/proposals/stored-proposal.ts';
import { approve } from './approve.ts';
import { assertOpen } from './assert-open.ts';
import { type GateContext, openCase } from './case.ts';
import { close } from './close.ts';
import { type DecisionInput, readDecisionInput } from './decision-input.ts';
import { snooze } from './snooze.ts';

/**
 * Takes one person's decision about one proposal, in one transaction: the only way anything is ever approved, but
 * for what the policy allows (`approveByPolicy`).
 *
 * The row is locked, its hash computed again from the row itself and compared with what the person was shown;
 * exactly one of several simultaneous decisions wins.
 *
 * @throws {Refusal} `role_missing`, `input_invalid`, `proposal_unknown`, `proposal_already_decided` (facts.decidedBy),
 *   `proposal_expired`, `proposal_changed`, `proposal_stale`, `partner_unknown`, `approver_is_proposer`,
 *   `approver_already_approved`, `edit_not_allowed`, `cap_exceeded`.
 */
export async function decide(
  pool: pg.Pool,
  input: DecisionInput,
  by: Principal,
  context: GateContext,
): Promise<DecisionOutcome> {
  assertMayDecide(by);
  const decision = readDecisionInput(input);
  return inTransaction(pool, async (transaction) => {
    const opened = await openCase(transaction, decision.proposalId, by, context);
    assertOpen(opened);
    const shown = shownOf(opened.stored);
    if (opened.stored.shownHash !== decision.shownHash) throw changed(decision.proposalId);
    const comment = decision.comment ?? null;
    const edits = Object.keys(decision.edits ?? {}).length > 0 ? (decision.edits ?? null) : null;
    switch (decision.decision) {
      case 'approve':
      case 'edit':
        return approve(opened, shown, { edits, comment });
      case 'reject':
      case 'respond':
        return close(opened, decision.decision, comment);
      case 'snooze':
        return snooze(opened, decision.snoozedUntil ?? null, comment);
      default:
        return decision.decision satisfies never;
    }
  });
}
