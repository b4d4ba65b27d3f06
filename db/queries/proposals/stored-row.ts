import { z } from 'zod';
import { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { StoredProposal } from '../../../src/domain/proposals/stored-proposal.ts';

/** The columns behind `StoredProposal`, in a select list. */
export const STORED_COLUMNS = `
  proposal_id, kind, status, partner_id, title, summary, effect, evidence, source, money_micros, currency,
  approvals_needed, proposed_by, run_id, workflow, made_by, shown_hash, origin_hash, stranger, dedupe_key,
  supersedes, created_at, expires_at, snoozed_until, decided_at
`;

const StoredRow = z.object({
  proposal_id: z.string(),
  kind: z.string(),
  status: ProposalStatus,
  partner_id: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  effect: z.unknown(),
  evidence: z.unknown(),
  source: z.unknown(),
  money_micros: z.bigint().nullable(),
  currency: z.string().nullable(),
  approvals_needed: z.number(),
  proposed_by: z.string(),
  run_id: z.string().nullable(),
  workflow: z.string(),
  made_by: z.unknown(),
  shown_hash: z.string(),
  origin_hash: z.string().nullable(),
  stranger: z.string().nullable(),
  dedupe_key: z.string(),
  supersedes: z.string().nullable(),
  created_at: z.date(),
  expires_at: z.date(),
  snoozed_until: z.date().nullable(),
  decided_at: z.date().nullable(),
});

/** Reads a row of `STORED_COLUMNS`; its JSON parts stay unjudged. */
export function storedProposal(row: unknown): StoredProposal {
  const stored = StoredRow.parse(row);
  return {
    proposalId: stored.proposal_id,
    kind: stored.kind,
    status: stored.status,
    partnerId: stored.partner_id,
    title: stored.title,
    summary: stored.summary,
    effect: stored.effect,
    evidence: stored.evidence,
    source: stored.source,
    moneyMicros: stored.money_micros,
    currency: stored.currency,
    approvalsNeeded: stored.approvals_needed,
    proposedBy: stored.proposed_by,
    runId: stored.run_id,
    workflow: stored.workflow,
    madeBy: stored.made_by,
    shownHash: stored.shown_hash,
    originHash: stored.origin_hash,
    stranger: stored.stranger,
    dedupeKey: stored.dedupe_key,
    supersedes: stored.supersedes,
    createdAt: stored.created_at,
    expiresAt: stored.expires_at,
    snoozedUntil: stored.snoozed_until,
    decidedAt: stored.decided_at,
  };
}
