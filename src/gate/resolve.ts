import assert from 'node:assert';
import type pg from 'pg';
import { z } from 'zod';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { liftCouponRules } from '../../db/queries/coupons/lift-coupon-rules.ts';
import { insertDecision } from '../../db/queries/decisions/insert-decision.ts';
import { postClawback } from '../../db/queries/ledger/post-clawback.ts';
import { releaseHolds } from '../../db/queries/ledger/release-holds.ts';
import { reverseHold } from '../../db/queries/ledger/reverse-hold.ts';
import { markAnswered } from '../../db/queries/mail/mark-answered.ts';
import { reopenMail } from '../../db/queries/mail/reopen-mail.ts';
import { insertReceipt } from '../../db/queries/outbox/insert-receipt.ts';
import { type LiveAction, lockLiveAction } from '../../db/queries/outbox/lock-live-action.ts';
import { setActionStatus } from '../../db/queries/outbox/set-action-status.ts';
import { liftBlock } from '../../db/queries/partners/lift-block.ts';
import { takeBackOffboarding } from '../../db/queries/partners/take-back-offboarding.ts';
import { advanceProposal } from '../../db/queries/proposals/advance-proposal.ts';
import { supersedeOvertaken } from '../../db/queries/proposals/supersede-overtaken.ts';
import { revertRate } from '../../db/queries/rates/revert-rate.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Refusal } from '../domain/errors.ts';
import { assertMayDecide, type Principal } from '../domain/principal.ts';
import { Effect } from '../domain/proposals/effect.ts';
import type { ProposalStatus } from '../domain/proposals/status.ts';
import { auditOf } from './audit-of.ts';
import { type Case, type GateContext, openCase } from './case.ts';

/**
 * What a person found out about a delivery that stopped. `confirm`: it did arrive. `retry`: it did not, send it
 * again. `give-up`: it did not, and shall not.
 */
export const Resolution = z.enum(['confirm', 'retry', 'give-up']);
export type Resolution = z.infer<typeof Resolution>;

const RECORDED = { confirm: 'confirm', retry: 'retry', 'give-up': 'reject' } as const;

/**
 * Ends the wait of a proposal that is `unknown` or `needs_person`, after somebody looked at the other side.
 *
 * Giving up undoes what happened inside: the hold is reversed, the conversions are free, the block is lifted, the rate is as
 * before, a mail taken in hand waits again. An
 * effect that the executor's re-check stopped never left, so it can only be given up.
 *
 * @throws {Refusal} `proposal_transition_forbidden` when it does not wait for this; `role_missing`; `proposal_unknown`.
 */
export async function resolve(
  pool: pg.Pool,
  {
    proposalId,
    resolution,
    comment,
  }: { readonly proposalId: string; readonly resolution: Resolution; readonly comment: string },
  by: Principal,
  context: GateContext,
): Promise<ProposalStatus> {
  assertMayDecide(by);
  return inTransaction(pool, async (transaction) => {
    const opened = await openCase(transaction, proposalId, by, context);
    const action = await lockLiveAction(transaction, proposalId);
    const { status, shownHash } = opened.stored;
    const isStopped = action?.status === 'unknown' || action?.status === 'needs_person';
    const hasLeft = (action?.attempts ?? 0) > 0;
    if (!action || !isStopped || (resolution !== 'give-up' && !hasLeft)) {
      throw new Refusal(
        'proposal_transition_forbidden',
        `A proposal that is ${status} cannot be resolved by ${resolution}.`,
        { proposalId, status, resolution },
      );
    }
    const to = await carryOut(opened, action, resolution, comment);
    const isUnknown = status === 'unknown' && to !== 'delivered';
    if (isUnknown) await advance(opened, 'unknown', 'needs_person');
    await advance(opened, isUnknown ? 'needs_person' : status, to);
    const decision = RECORDED[resolution];
    await insertDecision(transaction, {
      proposalId,
      by,
      decision,
      shownHash,
      edits: null,
      comment,
      at: context.now,
    });
    const overtaken =
      to === 'delivered'
        ? await supersedeOvertaken(transaction, { proposalId, by: by.name, at: context.now })
        : [];
    await appendAudit(
      transaction,
      auditOf(opened, 'effect.resolved', { actionId: action.actionId, resolution, comment }),
      ...overtaken,
    );
    return to;
  });
}

async function carryOut(
  { db, stored, by, now }: Case,
  { actionId, effect }: LiveAction,
  resolution: Resolution,
  comment: string,
): Promise<ProposalStatus> {
  const { proposalId } = stored;
  switch (resolution) {
    case 'confirm':
      await setActionStatus(db, { actionId, status: 'delivered' });
      await insertReceipt(db, {
        actionId,
        proposalId,
        receipt: { receivedAt: now, body: { confirmedBy: by.name, comment } },
      });
      await markAnswered(db, Effect.parse(effect));
      await postClawback(db, { actionId, proposalId, effect: Effect.parse(effect), at: now });
      return 'delivered';
    case 'retry':
      await setActionStatus(db, { actionId, status: 'queued' });
      return 'executed';
    case 'give-up':
      await setActionStatus(db, { actionId, status: 'cancelled', reason: comment });
      await reverseHold(db, { actionId, proposalId, at: now });
      await releaseHolds(db, proposalId);
      await liftBlock(db, proposalId, now);
      await takeBackOffboarding(db, proposalId);
      await liftCouponRules(db, proposalId, now);
      await revertRate(db, proposalId);
      await reopenMail(db, Effect.parse(effect));
      return 'rejected';
    default:
      return resolution satisfies never;
  }
}

async function advance({ db, stored }: Case, from: ProposalStatus, to: ProposalStatus): Promise<void> {
  const won = await advanceProposal(db, { proposalId: stored.proposalId, from, to });
  assert(won, 'a locked row stays as it was');
}
