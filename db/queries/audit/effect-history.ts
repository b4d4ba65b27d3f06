import { z } from 'zod';
import { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { MadeBy, Source } from '../../../src/domain/proposals/provenance.ts';
import type { Queryable } from '../../client.ts';

const HistoryRow = z.object({
  action_id: z.string(),
  proposal_id: z.string(),
  run_id: z.string().nullable(),
  source: Source.nullable(),
  evidence: z.array(Evidence),
  made_by: MadeBy,
  shown_hash: z.string(),
  approved: z.record(z.string(), z.unknown()).nullable(),
  executed: z.record(z.string(), z.unknown()).nullable(),
  delivered: z.record(z.string(), z.unknown()).nullable(),
});

/** Everything that made one effect happen, from the document behind it to the receipt. */
export interface EffectHistory {
  /** The idempotency key it went out with. */
  readonly actionId: string;
  readonly proposalId: string;
  readonly runId: string | null;
  readonly documentId: string | null;
  /** sha256 of the documents that the evidence quotes; empty when it quotes none. */
  readonly documentHashes: readonly string[];
  /** Engine, prompt and rules, with their versions. */
  readonly madeBy: z.infer<typeof MadeBy>;
  /** What the approvers were shown. */
  readonly shownHash: string;
  /** The facts of the audit rows; null when that has not happened. */
  readonly approved: Readonly<Record<string, unknown>> | null;
  readonly executed: Readonly<Record<string, unknown>> | null;
  readonly delivered: Readonly<Record<string, unknown>> | null;
}

/** How an effect came about, or `null` when no action has that id. */
export async function effectHistory(db: Queryable, actionId: string): Promise<EffectHistory | null> {
  const { rows } = await db.query(
    `
    select o.action_id, p.proposal_id, p.run_id, p.source, p.evidence, p.made_by, p.shown_hash,
           (select facts from audit
             where subject = p.proposal_id::text and action = 'proposal.approved'
               and facts ->> 'actionId' = $1) as approved,
           (select facts from audit
             where subject = p.proposal_id::text and action = 'effect.executed'
               and facts ->> 'actionId' = $1) as executed,
           (select facts from audit
             where subject = p.proposal_id::text and action = 'effect.delivered'
               and facts ->> 'actionId' = $1) as delivered
      from outbox o
      join proposal p using (proposal_id)
     where o.action_id = $1::uuid
    `,
    [actionId],
  );
  if (!rows[0]) return null;
  const row = HistoryRow.parse(rows[0]);
  return {
    actionId: row.action_id,
    proposalId: row.proposal_id,
    runId: row.run_id,
    documentId: row.source?.documentId ?? null,
    documentHashes: row.evidence.flatMap((item) => (item.type === 'quote' ? [item.sha256] : [])),
    madeBy: row.made_by,
    shownHash: row.shown_hash,
    approved: row.approved,
    executed: row.executed,
    delivered: row.delivered,
  };
}
