import assert from 'node:assert';
import type pg from 'pg';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { isPaused } from '../../db/queries/control/is-paused.ts';
import { insertDecision } from '../../db/queries/decisions/insert-decision.ts';
import { reverseHold } from '../../db/queries/ledger/reverse-hold.ts';
import { reopenMail } from '../../db/queries/mail/reopen-mail.ts';
import { lockLiveAction } from '../../db/queries/outbox/lock-live-action.ts';
import { setActionStatus } from '../../db/queries/outbox/set-action-status.ts';
import { hasOpenWish } from '../../db/queries/proposals/has-open-wish.ts';
import { setStatus } from '../../db/queries/proposals/set-status.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Refusal } from '../domain/errors.ts';
import { assertMayDecide, type Principal } from '../domain/principal.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import { Effect } from '../domain/proposals/effect.ts';
import { auditOf } from './audit-of.ts';
import { type Case, type GateContext, openCase } from './case.ts';

/**
 * Takes the last decision back: the proposal waits again, its action is cancelled, its hold reversed, and every
 * approval given before it no longer counts.
 *
 * An approval or a rejection can be undone within the policy's window (an approval also while the kill switch keeps
 * it from leaving), a first of two approvals within the same window, a snooze always.
 *
 * @throws {Refusal} `undo_too_late`, also when a newer proposal for the same wish waits; `proposal_unknown`;
 *   `role_missing`.
 */
export async function undo(
  pool: pg.Pool,
  { proposalId, comment = null }: { readonly proposalId: string; readonly comment?: string | null },
  by: Principal,
  context: GateContext,
): Promise<DecisionOutcome> {
  assertMayDecide(by);
  return inTransaction(pool, async (transaction) => {
    const opened = await openCase(transaction, proposalId, by, context);
    const { stored, now } = opened;
    const { status: from, shownHash } = stored;
    if (from === 'approved') await cancelAction(opened);
    else if (!(await mayReopen(opened))) throw tooLate(proposalId);

    if (from !== 'pending') {
      const won = await setStatus(transaction, {
        proposalId,
        from,
        to: 'pending',
        shownHash,
        decidedAt: null,
      });
      assert(won, 'a locked row stays as it was');
    }
    if (from === 'rejected') await reopenMail(transaction, Effect.parse(stored.effect));
    await insertDecision(transaction, {
      proposalId,
      by,
      decision: 'undo',
      shownHash,
      edits: null,
      comment,
      at: now,
    });
    await appendAudit(transaction, auditOf(opened, 'proposal.undone', { from }));
    return {
      proposalId,
      status: 'pending',
      approvalsNeeded: stored.approvalsNeeded === 2 ? 2 : 1,
      approvals: 0,
      undoUntil: null,
      decidedBy: by.name,
    };
  });
}

async function cancelAction({ db, stored, now }: Case): Promise<void> {
  const { proposalId } = stored;
  const action = await lockLiveAction(db, proposalId);
  const isHere = action?.status === 'waiting' && (now < action.notBefore || (await isPaused(db)));
  if (!action || !isHere) throw tooLate(proposalId);
  await setActionStatus(db, { actionId: action.actionId, status: 'cancelled' });
  await reverseHold(db, { actionId: action.actionId, proposalId, at: now });
}

async function mayReopen({ db, stored, decisions, now, policy }: Case): Promise<boolean> {
  const last = decisions.at(-1);
  const isRecent = last !== undefined && now.getTime() < last.at.getTime() + policy.undoSeconds * 1_000;
  switch (stored.status) {
    case 'snoozed':
      return true;
    case 'pending':
      return isRecent && last.decision === 'approve';
    case 'rejected':
      return isRecent && last.decision === 'reject' && !(await hasOpenWish(db, stored.dedupeKey));
    default:
      return false;
  }
}

function tooLate(proposalId: string): Refusal {
  return new Refusal(
    'undo_too_late',
    'This can no longer be taken back: its window is over or its effect has left.',
    {
      proposalId,
    },
  );
}
