import type pg from 'pg';
import { programmeTerms } from '../../db/queries/decisions/programme-terms.ts';
import { mailState } from '../../db/queries/mail/mail-state.ts';
import { inTransaction } from '../../db/transaction.ts';
import { Refusal } from '../domain/errors.ts';
import { POLICY_PRINCIPAL } from '../domain/principal.ts';
import { approvalsNeeded } from '../domain/proposals/approvals-needed.ts';
import { kindsToPass, mayAutoApprove } from '../domain/proposals/may-auto-approve.ts';
import { shownOf } from '../domain/proposals/stored-proposal.ts';
import { approve } from './approve.ts';
import { assertOpen } from './assert-open.ts';
import { type GateContext, openCase } from './case.ts';

export interface PolicyApprovals {
  readonly approved: readonly string[];
  /** What waits for a person, and why. */
  readonly left: readonly { readonly proposalId: string; readonly reason: string }[];
}

/**
 * Approves what the policy lets pass without a person, recorded under the name `policy`; everything else is left
 * in the queue. By default the policy lets nothing pass, and some kinds it never may.
 */
export async function approveByPolicy(
  pool: pg.Pool,
  proposalIds: readonly string[],
  context: GateContext,
): Promise<PolicyApprovals> {
  const approved: string[] = [];
  const left: { proposalId: string; reason: string }[] = [];
  for (const proposalId of proposalIds) {
    const reason = await whyLeft(pool, proposalId, context);
    if (reason === null) approved.push(proposalId);
    else left.push({ proposalId, reason });
  }
  return { approved, left };
}

async function whyLeft(pool: pg.Pool, proposalId: string, context: GateContext): Promise<string | null> {
  if (kindsToPass(context.policy).length === 0) return 'The policy lets nothing pass without a person.';
  try {
    return await inTransaction(pool, async (transaction) => {
      const opened = await openCase(transaction, proposalId, POLICY_PRINCIPAL, context);
      assertOpen(opened);
      const shown = shownOf(opened.stored);
      const { currency } = await programmeTerms(transaction);
      const wanted = approvalsNeeded(shown.kind, shown.money, context.policy, currency);
      const needed = wanted === 2 ? 2 : shown.approvalsNeeded;
      const { effect } = shown;
      const mail =
        'mailId' in effect ? await mailState(transaction, { mailId: effect.mailId, proposalId }) : null;
      if (!mayAutoApprove(effect, needed, context.policy, mail?.intent ?? null)) return 'It needs a person.';
      await approve(opened, shown, { edits: null, comment: null });
      return null;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
