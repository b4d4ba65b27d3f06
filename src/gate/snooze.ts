import assert from 'node:assert';
import { appendAudit } from '../../db/queries/audit/append-audit.ts';
import { insertDecision } from '../../db/queries/decisions/insert-decision.ts';
import { programmeTerms } from '../../db/queries/decisions/programme-terms.ts';
import { setStatus } from '../../db/queries/proposals/set-status.ts';
import { Refusal } from '../domain/errors.ts';
import { countedApprovals } from '../domain/proposals/counted-approvals.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import { nextMorning } from '../domain/proposals/next-morning.ts';
import { auditOf } from './audit-of.ts';
import type { Case } from './case.ts';

/**
 * Hides a proposal until a moment; it can still be decided meanwhile, and it does not live longer for it.
 *
 * @param until - `null` for the next 08:00 in the programme's time zone.
 * @throws {Refusal} `input_invalid` when the moment is past, or the proposal would expire unseen before it.
 */
export async function snooze(
  opened: Case,
  until: Date | null,
  comment: string | null,
): Promise<DecisionOutcome> {
  const { db, stored, decisions, by, now } = opened;
  const { proposalId, shownHash, status: from, expiresAt } = stored;
  const snoozedUntil = until ?? nextMorning(now, (await programmeTerms(db)).timeZone);
  if (snoozedUntil <= now) throw new Refusal('input_invalid', 'A proposal is snoozed until a later moment.');
  if (snoozedUntil >= expiresAt) {
    throw new Refusal(
      'input_invalid',
      `It would expire unseen at ${expiresAt.toISOString()}: decide it before.`,
      {
        expiresAt: expiresAt.toISOString(),
      },
    );
  }
  const won = await setStatus(db, {
    proposalId,
    from,
    to: 'snoozed',
    shownHash,
    decidedAt: null,
    snoozedUntil,
  });
  assert(won, 'a locked row stays as it was');
  await insertDecision(db, { proposalId, by, decision: 'snooze', shownHash, edits: null, comment, at: now });
  await appendAudit(db, auditOf(opened, 'proposal.snoozed', { until: snoozedUntil.toISOString() }));
  return {
    proposalId,
    status: 'snoozed',
    approvalsNeeded: stored.approvalsNeeded === 2 ? 2 : 1,
    approvals: countedApprovals(decisions, shownHash, stored.proposedBy).length,
    undoUntil: null,
    decidedBy: by.name,
  };
}
