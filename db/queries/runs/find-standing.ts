import { z } from 'zod';
import { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  proposal_id: z.uuid(),
  kind: z.string(),
  status: ProposalStatus,
  title: z.string(),
  summary: z.string(),
  shown_hash: z.string(),
  effect: z.record(z.string(), z.unknown()),
  partner_name: z.string().nullable(),
  respond_id: z.bigint().nullable(),
  respond_comment: z.string().nullable(),
});
/** How one proposal stands: its row, and the newest answer that asks for a revision. */
export type Standing = z.infer<typeof Row>;

/** How these proposals stand, oldest first; unknown ids are left out. */
export async function findStanding(db: Queryable, proposalIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await db.query(
    `
    select proposal.proposal_id, proposal.kind, proposal.status, proposal.title, proposal.summary,
           proposal.shown_hash, proposal.effect, partner.name as partner_name,
           respond.decision_id as respond_id, respond.comment as respond_comment
      from proposal
      left join partner using (partner_id)
      left join lateral (
        select decision_id, comment
          from decision
         where decision.proposal_id = proposal.proposal_id and decision = 'respond'
         order by decision_id desc
         limit 1
      ) respond on true
     where proposal.proposal_id = any ($1::uuid[])
     order by proposal.created_at, proposal.proposal_id
    `,
    [proposalIds],
  );
  return rows.map((row) => Row.parse(row));
}
