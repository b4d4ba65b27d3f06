import assert from 'node:assert';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { insertDecision } from '../../db/queries/decisions/insert-decision.ts';
import { closeMail } from '../../db/queries/mail/close-mail.ts';
import { setStatus } from '../../db/queries/proposals/set-status.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import { Effect } from '../domain/proposals/effect.ts';
import { auditOf } from './audit-of.ts';
import type { Case } from './case.ts';

const ENDS = {
  reject: { status: 'rejected', action: 'proposal.rejected' },
  respond: { status: 'superseded', action: 'proposal.sent-back' },
} as const;

/**
 * Takes a proposal out of the queue without any effect.
 *
 * `reject` refuses it; a mail for which nothing else waits is handled then. `respond` sends it back: this text can no longer be approved, and the workflow's follow-up
 * may propose a revised one that names it (`answers` in the draft).
 */
export async function close(
  opened: Case,
  decision: 'reject' | 'respond',
  comment: string | null,
): Promise<DecisionOutcome> {
  const { db, stored, by, now, policy } = opened;
  const { proposalId, shownHash, status: from } = stored;
  const { status, action } = ENDS[decision];
  const won = await setStatus(db, { proposalId, from, to: status, shownHash, decidedAt: now });
  assert(won, 'a locked row stays as it was');
  if (decision === 'reject') await closeMail(db, Effect.parse(stored.effect));
  await insertDecision(db, { proposalId, by, decision, shownHash, edits: null, comment, at: now });
  await appendAudit(db, auditOf(opened, action, { comment }));
  const canUndo = decision === 'reject' && policy.undoSeconds > 0;
  return {
    proposalId,
    status,
    approvalsNeeded: stored.approvalsNeeded === 2 ? 2 : 1,
    approvals: 0,
    undoUntil: canUndo ? new Date(now.getTime() + policy.undoSeconds * 1_000).toISOString() : null,
    decidedBy: by.name,
  };
}
