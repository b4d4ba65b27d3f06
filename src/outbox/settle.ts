import assert from 'node:assert';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { postClawback } from '../../db/queries/ledger/post-clawback.ts';
import { markAnswered } from '../../db/queries/mail/mark-answered.ts';
import type { Claim } from '../../db/queries/outbox/claim-actions.ts';
import { type ClaimEnd, endClaim } from '../../db/queries/outbox/end-claim.ts';
import { insertReceipt } from '../../db/queries/outbox/insert-receipt.ts';
import { advanceProposal } from '../../db/queries/proposals/advance-proposal.ts';
import { supersedeOvertaken } from '../../db/queries/proposals/supersede-overtaken.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import { retryAfterSeconds } from '../domain/deliveries/retry-after.ts';
import type { Attempt } from './make-call.ts';
import type { OutboxContext } from './outbox-context.ts';

/**
 * Writes down how an attempt ended: action, proposal, receipt, ledger and audit together, or nothing at all when
 * the fence says that the claim has gone to somebody else.
 *
 * @returns what became of the action; `late` when this worker no longer has a say.
 */
export async function settle(
  claim: Claim,
  target: DeliveryTarget,
  attempt: Attempt,
  context: OutboxContext,
): Promise<ClaimEnd['status'] | 'late'> {
  const end = endOf(claim, target, attempt, context);
  // After an unclear answer, or no call at all, the note of an earlier call stays.
  const callIsOver = attempt.state !== 'unclear' && attempt.state !== 'not_made';
  return inTransaction(context.pool, async (transaction) => {
    if (!(await endClaim(transaction, claim, end, callIsOver))) return 'late';
    if (end.status === 'queued') return end.status;

    const { proposalId, actionId } = claim;
    const won = await advanceProposal(transaction, { proposalId, from: 'executed', to: end.status });
    assert(won, 'only the holder of the claim moves an executed proposal on');
    const at = context.now();
    const receipt = attempt.state === 'accepted' ? attempt.receipt : null;
    if (receipt !== null) {
      await insertReceipt(transaction, { actionId, proposalId, receipt });
      const { effect } = claim;
      assert(effect, 'what cannot be read is never delivered');
      await markAnswered(transaction, effect);
      await postClawback(transaction, { actionId, proposalId, effect, at: receipt.receivedAt });
    }
    const by = context.instance;
    const overtaken = receipt === null ? [] : await supersedeOvertaken(transaction, { proposalId, by, at });
    const ended = {
      at,
      actor: by,
      action: `effect.${end.status}`,
      subject: proposalId,
      facts: {
        actionId,
        target: target.name,
        attempts: claim.attempts,
        receipt: receipt === null ? null : { receivedAt: receipt.receivedAt.toISOString(), ...receipt.body },
        reason: end.status === 'delivered' ? null : end.reason,
      },
    };
    await appendAudit(transaction, ended, ...overtaken);
    return end.status;
  });
}

function endOf(
  { attempts }: Claim,
  target: DeliveryTarget,
  attempt: Attempt,
  { settings, random }: OutboxContext,
): ClaimEnd {
  switch (attempt.state) {
    case 'accepted':
      return { status: 'delivered' };
    case 'not_made':
      return { status: 'queued', retryAfterSeconds: 0, reason: null };
    case 'refused':
      return { status: 'needs_person', reason: attempt.reason };
    case 'unclear':
      if (!target.idempotent) return { status: 'unknown', reason: attempt.reason };
      break;
    case 'failed':
      break;
    default:
      attempt satisfies never;
  }
  if (attempts >= settings.attemptsMax) {
    return {
      status: 'needs_person',
      reason: `${attempts} attempts failed, the last one so: ${attempt.reason}`,
    };
  }
  const wanted = 'retryAfterSeconds' in attempt ? (attempt.retryAfterSeconds ?? 0) : 0;
  return {
    status: 'queued',
    retryAfterSeconds: Math.max(wanted, retryAfterSeconds(attempts, random())),
    reason: attempt.reason,
  };
}
