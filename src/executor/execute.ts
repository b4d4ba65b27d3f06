import assert from 'node:assert';
import type pg from 'pg';
import type { Queryable } from '../../db/client.ts';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { isPaused } from '../../db/queries/control/is-paused.ts';
import { reverseHold } from '../../db/queries/ledger/reverse-hold.ts';
import { type LiveAction, lockLiveAction } from '../../db/queries/outbox/lock-live-action.ts';
import { setActionStatus } from '../../db/queries/outbox/set-action-status.ts';
import { advanceProposal } from '../../db/queries/proposals/advance-proposal.ts';
import { lockProposal } from '../../db/queries/proposals/lock-proposal.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Refusal } from '../domain/errors.ts';
import { SYSTEM_PRINCIPAL } from '../domain/principal.ts';
import type { GatePolicy } from '../domain/proposals/gate-policy.ts';
import type { StoredProposal } from '../domain/proposals/stored-proposal.ts';
import { applyEffect } from './apply-effect.ts';
import { type Checked, recheck } from './recheck.ts';

export interface ExecutorContext {
  readonly now: Date;
  readonly policy: GatePolicy;
}

/**
 * Turns one approved proposal into effects, after its undo window: re-check, inner effects, action queued and audit
 * row in one transaction. Touches no network.
 *
 * @returns `needs_person` when the re-check refused it: its hold is reversed, the reason stands on the action.
 *   `not_due` when somebody was quicker, it was undone, or the kill switch is on.
 */
export async function execute(
  pool: pg.Pool,
  proposalId: string,
  context: ExecutorContext,
): Promise<'executed' | 'needs_person' | 'not_due'> {
  return inTransaction(pool, async (transaction) => {
    const stored = await lockProposal(transaction, proposalId);
    const action = await lockLiveAction(transaction, proposalId);
    const isDue =
      stored?.status === 'approved' &&
      action?.status === 'waiting' &&
      action.notBefore <= context.now &&
      !(await isPaused(transaction));
    if (!stored || !action || !isDue) return 'not_due';

    const verdict = await judge(transaction, stored, action, context);
    if (verdict instanceof Refusal) {
      await stop(transaction, stored, action, verdict, context.now);
      return 'needs_person';
    }
    await carryOut(transaction, stored, action, verdict, context.now);
    return 'executed';
  });
}

async function judge(
  db: Queryable,
  stored: StoredProposal,
  action: LiveAction,
  context: ExecutorContext,
): Promise<Checked | Refusal> {
  try {
    return await recheck(db, stored, action.effect, context);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function carryOut(
  db: Queryable,
  { proposalId, shownHash }: StoredProposal,
  { actionId }: LiveAction,
  { effect, approvers }: Checked,
  at: Date,
): Promise<void> {
  await applyEffect(db, { proposalId, effect, at });
  await setActionStatus(db, { actionId, status: 'queued' });
  const won = await advanceProposal(db, { proposalId, from: 'approved', to: 'executed' });
  assert(won, 'a locked row stays as it was');
  await appendAudit(db, {
    at,
    actor: SYSTEM_PRINCIPAL.name,
    action: 'effect.executed',
    subject: proposalId,
    facts: { actionId, shownHash, effect, approvers },
  });
}

async function stop(
  db: Queryable,
  { proposalId, shownHash }: StoredProposal,
  { actionId }: LiveAction,
  refusal: Refusal,
  at: Date,
): Promise<void> {
  await setActionStatus(db, { actionId, status: 'needs_person', reason: refusal.sentence });
  await reverseHold(db, { actionId, proposalId, at });
  const won = await advanceProposal(db, { proposalId, from: 'approved', to: 'needs_person' });
  assert(won, 'a locked row stays as it was');
  await appendAudit(db, {
    at,
    actor: SYSTEM_PRINCIPAL.name,
    action: 'effect.stopped',
    subject: proposalId,
    facts: { actionId, shownHash, code: refusal.code, reason: refusal.sentence },
  });
}
