import type { Queryable } from '../../db/client.ts';
import { assertCaps } from '../../db/queries/decisions/assert-caps.ts';
import { programmeTerms } from '../../db/queries/decisions/programme-terms.ts';
import { readDecisions } from '../../db/queries/decisions/read-decisions.ts';
import { effectFacts } from '../../db/queries/proposals/effect-facts.ts';
import { Refusal } from '../domain/errors.ts';
import { applyEdits } from '../domain/proposals/apply-edits.ts';
import { approvalsNeeded } from '../domain/proposals/approvals-needed.ts';
import { assertEffectHolds } from '../domain/proposals/assert-effect-holds.ts';
import { canonicalJson } from '../domain/proposals/canonical-json.ts';
import { countedApprovals } from '../domain/proposals/counted-approvals.ts';
import type { Effect } from '../domain/proposals/effect.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import { mayAutoApprove } from '../domain/proposals/may-auto-approve.ts';
import { changed, type StoredProposal, shownOf } from '../domain/proposals/stored-proposal.ts';

export interface Checked {
  readonly effect: Effect;
  readonly approvers: readonly string[];
}

/**
 * Everything the gate checked, once more on the locked row: between a person's click and this line the row, the
 * action, the policy, the partner or the conversions may have changed.
 *
 * @param actionEffect - what stands in the outbox, not trusted yet.
 * @throws {Refusal} with what no longer holds.
 */
export async function recheck(
  db: Queryable,
  stored: StoredProposal,
  actionEffect: unknown,
  { now, policy }: { readonly now: Date; readonly policy: GatePolicy },
): Promise<Checked> {
  const { proposalId } = stored;
  const shown = shownOf(stored);
  const decisions = await readDecisions(db, proposalId);
  const approvers = countedApprovals(decisions, stored.shownHash, stored.proposedBy);
  const last = decisions.findLast(({ decision }) => decision === 'approve' || decision === 'edit');
  const effect = last?.edits ? applyEdits(shown.effect, last.edits) : shown.effect;
  if (canonicalJson(actionEffect) !== canonicalJson(effect)) throw changed(proposalId);

  const { currency } = await programmeTerms(db);
  const wanted = approvalsNeeded(shown.kind, shown.money, policy, currency);
  const needed = wanted === 2 ? 2 : shown.approvalsNeeded;
  const isAutomatic = last?.byKind === 'policy';
  const facts = await effectFacts(db, proposalId, effect, { asOf: now, currency, policy: policy.economics });
  const mayPass = !isAutomatic || mayAutoApprove(effect, needed, policy, facts.mail?.intent ?? null);
  if (approvers.length < needed || !mayPass) {
    throw new Refusal(
      'proposal_stale',
      `${approvers.length} of ${needed} approvals by people count for it now; it has to be decided again.`,
      { proposalId, approvals: approvers.length, needed },
    );
  }
  assertEffectHolds(proposalId, effect, facts);
  await assertCaps(db, proposalId, effect, { now, policy });
  return { effect, approvers };
}
