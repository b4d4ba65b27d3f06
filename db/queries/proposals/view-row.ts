import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import { countedApprovals } from '../../../src/domain/proposals/counted-approvals.ts';
import { ProposalView } from '../../../src/domain/proposals/proposal-view.ts';
import { STORED_COLUMNS, storedProposal } from './stored-row.ts';

/** `from` and what stands before it, for a query whose rows `proposalView` reads; the table is `p`. */
export const VIEW_SELECT = `
  select ${STORED_COLUMNS.replaceAll(/\b[a-z_]+\b/g, 'p.$&')},
         pa.name as partner_name, pa.type as partner_type, pa.network as partner_network,
         d.decisions,
         o.action_id, o.status as outbox_status, o.not_before, o.attempts, o.last_error, r.received_at
    from proposal p
    left join partner pa on pa.partner_id = p.partner_id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
               'by', decided_by, 'byKind', by_kind, 'decision', decision, 'at', decided_at, 'comment', comment,
               'edits', edits, 'shownHash', shown_hash) order by decision_id) as decisions
        from decision
       where proposal_id = p.proposal_id
    ) d on true
    left join lateral (
      select action_id, status, not_before, attempts, last_error
        from outbox
       where proposal_id = p.proposal_id
       order by status = 'cancelled', created_at desc
       limit 1
    ) o on true
    left join receipt r on r.action_id = o.action_id
`;

const Decisions = z
  .array(
    z.object({
      by: z.string(),
      byKind: z.string(),
      decision: z.string(),
      at: z.string(),
      comment: z.string().nullable(),
      edits: z.unknown(),
      shownHash: z.string(),
    }),
  )
  .nullable();

const ViewRow = z.object({
  partner_name: z.string().nullable(),
  partner_type: z.string().nullable(),
  partner_network: z.string().nullable(),
  decisions: Decisions,
  action_id: z.string().nullable(),
  outbox_status: z.string().nullable(),
  not_before: z.date().nullable(),
  attempts: z.number().nullable(),
  last_error: z.string().nullable(),
  received_at: z.date().nullable(),
});

/**
 * A proposal as the doors show it.
 *
 * @throws {Refusal} `proposal_changed` when somebody changed the row so that it can no longer be read.
 */
export function proposalView(row: unknown): ProposalView {
  const stored = storedProposal(row);
  const more = ViewRow.parse(row);
  const past = more.decisions ?? [];
  const { moneyMicros, currency } = stored;
  const view = ProposalView.safeParse({
    id: stored.proposalId,
    kind: stored.kind,
    status: stored.status,
    workflow: stored.workflow,
    runId: stored.runId,
    title: stored.title,
    summary: stored.summary,
    shownHash: stored.shownHash,
    approvalsNeeded: stored.approvalsNeeded,
    approvals: Math.min(2, countedApprovals(past, stored.shownHash, stored.proposedBy).length),
    proposedBy: stored.proposedBy,
    madeBy: stored.madeBy,
    partner: partnerOf(stored.partnerId, more),
    effect: stored.effect,
    evidence: stored.evidence,
    source: stored.source,
    money: moneyMicros === null || currency === null ? null : { micros: moneyMicros.toString(), currency },
    decisions: past.map(({ shownHash: _bound, at, ...decision }) => ({
      ...decision,
      at: new Date(at).toISOString(),
    })),
    delivery: {
      state: more.outbox_status ?? 'none',
      actionId: more.action_id,
      undoUntil: more.outbox_status === 'waiting' ? iso(more.not_before) : null,
      attempts: more.attempts ?? 0,
      reason: more.last_error,
      receivedAt: iso(more.received_at),
    },
    createdAt: stored.createdAt.toISOString(),
    expiresAt: stored.expiresAt.toISOString(),
    snoozedUntil: iso(stored.snoozedUntil),
  });
  if (view.success) return view.data;
  throw new Refusal(
    'proposal_changed',
    'This proposal was changed in the database and cannot be read any more.',
    {
      proposalId: stored.proposalId,
    },
  );
}

function partnerOf(id: string | null, row: z.infer<typeof ViewRow>): ProposalView['partner'] {
  if (id === null || row.partner_name === null) return null;
  return { id, name: row.partner_name, type: row.partner_type ?? '', network: row.partner_network ?? '' };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
