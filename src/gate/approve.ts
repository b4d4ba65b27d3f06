import assert from 'node:assert';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { assertCaps } from '../../db/queries/decisions/assert-caps.ts';
import { insertDecision } from '../../db/queries/decisions/insert-decision.ts';
import { programmeTerms } from '../../db/queries/decisions/programme-terms.ts';
import { holdKey } from '../../db/queries/ledger/hold-key.ts';
import { postLedger } from '../../db/queries/ledger/post-ledger.ts';
import { isSimulatedLetter } from '../../db/queries/mail/is-simulated-letter.ts';
import { insertAction } from '../../db/queries/outbox/insert-action.ts';
import { isDemo } from '../../db/queries/programme/is-demo.ts';
import { effectFacts } from '../../db/queries/proposals/effect-facts.ts';
import { setStatus } from '../../db/queries/proposals/set-status.ts';
import { targetOf } from '../domain/deliveries/target-of.ts';
import { Refusal } from '../domain/errors.ts';
import { entriesOf } from '../domain/ledger/entries-of.ts';
import { samePerson } from '../domain/principal.ts';
import { applyEdits, type Edits } from '../domain/proposals/apply-edits.ts';
import { approvalsNeeded } from '../domain/proposals/approvals-needed.ts';
import { assertEffectHolds } from '../domain/proposals/assert-effect-holds.ts';
import { countedApprovals } from '../domain/proposals/counted-approvals.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import type { Effect } from '../domain/proposals/effect.ts';
import type { ProposalLine } from '../domain/proposals/lines.ts';
import type { Shown } from '../domain/proposals/shown.ts';

import { auditOf } from './audit-of.ts';
import type { Case } from './case.ts';

/**
 * Records an approval; the one that completes it lets the effect begin its way: status, action, ledger hold and
 * audit row in the same transaction.
 */
export async function approve(
  opened: Case,
  shown: Shown,
  { edits, comment }: { readonly edits: Edits | null; readonly comment: string | null },
): Promise<DecisionOutcome> {
  const { db, stored, decisions, by, now, policy } = opened;
  const { proposalId, shownHash, proposedBy } = stored;
  const given = countedApprovals(decisions, shownHash, proposedBy);
  assertOtherPerson(opened, given);

  const { currency } = await programmeTerms(db);
  const wanted = approvalsNeeded(shown.kind, shown.money, policy, currency);
  const needed = wanted === 2 ? 2 : shown.approvalsNeeded;
  const effect = edits === null ? shown.effect : editedEffect(shown.effect, edits, needed);
  const facts = await effectFacts(db, proposalId, effect, { asOf: now, currency, policy: policy.economics });
  assertEffectHolds(proposalId, effect, facts);
  await assertCaps(db, proposalId, effect, { now, policy });

  await insertDecision(db, {
    proposalId,
    by,
    decision: edits === null ? 'approve' : 'edit',
    shownHash,
    edits,
    comment,
    at: now,
  });
  const approvals = given.length + 1;
  const outcome = { proposalId, approvalsNeeded: needed, approvals, decidedBy: by.name };
  if (approvals < needed) {
    if (stored.status === 'snoozed') await reopen(opened);
    await appendAudit(db, auditOf(opened, 'proposal.approval-recorded', { approvals, needed }));
    return { ...outcome, status: 'pending', undoUntil: undoUntil(opened) };
  }
  const actionId = await release(opened, effect, facts.lines);
  const approvers = [...given, by.name];
  await appendAudit(db, auditOf(opened, 'proposal.approved', { approvers, actionId, edits }));
  return { ...outcome, status: 'approved', undoUntil: undoUntil(opened) };
}

function assertOtherPerson({ stored, by }: Case, given: readonly string[]): void {
  const { proposalId } = stored;
  if (samePerson(by.name, stored.proposedBy)) {
    throw new Refusal('approver_is_proposer', 'Nobody approves their own proposal; another person has to.', {
      proposalId,
      name: by.name,
    });
  }
  if (given.some((name) => samePerson(name, by.name))) {
    throw new Refusal('approver_already_approved', 'You have approved this; another person has to as well.', {
      proposalId,
      name: by.name,
      decidedBy: by.name,
    });
  }
}

/** Two people approve one text: what one of them changed, the other has not seen. */
function editedEffect(effect: Effect, edits: Edits, needed: 1 | 2): Effect {
  if (needed === 1) return applyEdits(effect, edits);
  throw new Refusal(
    'edit_not_allowed',
    'What two people have to approve is approved as it stands; send it back with a comment to have it changed.',
    { kind: effect.kind },
  );
}

async function release(
  { db, stored, now, policy, smtp = false, networks = [] }: Case,
  effect: Effect,
  lines: readonly ProposalLine[],
): Promise<string> {
  const { proposalId, status: from, shownHash } = stored;
  const won = await setStatus(db, { proposalId, from, to: 'approved', shownHash, decidedAt: now });
  assert(won, 'a locked row stays as it was');
  const actionId = await insertAction(db, {
    proposalId,
    effect,
    target: targetOf(effect, {
      smtp: smtp && !(await isSimulatedLetter(db, effect)),
      networks: networks.length > 0 && (await isDemo(db)) ? [] : networks,
    }),
    notBefore: new Date(now.getTime() + policy.undoSeconds * 1_000),
    now,
  });
  if (effect.kind === 'commission.hold') {
    await postLedger(db, {
      kind: 'hold',
      sourceKey: holdKey(actionId),
      occurredAt: now,
      memo: { proposalId, actionId },
      entries: entriesOf(effect, lines),
    });
  }
  return actionId;
}

async function reopen({ db, stored }: Case): Promise<void> {
  const { proposalId, shownHash } = stored;
  const won = await setStatus(db, {
    proposalId,
    from: 'snoozed',
    to: 'pending',
    shownHash,
    decidedAt: null,
  });
  assert(won, 'a locked row stays as it was');
}

function undoUntil({ now, policy }: Case): string | null {
  return policy.undoSeconds === 0 ? null : new Date(now.getTime() + policy.undoSeconds * 1_000).toISOString();
}
