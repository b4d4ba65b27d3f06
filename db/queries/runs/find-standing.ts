import { z } from 'zod';
import { EFFECT_KINDS } from '../../../src/domain/proposals/effect.ts';
import { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  proposal_id: z.uuid(),
  kind: z.enum(EFFECT_KINDS),
  status: ProposalStatus,
  title: z.string(),
  summary: z.string(),
  shown_hash: z.string(),
  effect: z.record(z.string(), z.unknown()),
  partner_name: z.string().nullable(),
  respond_comment: z.string().nullable(),
});

/** How a proposal stands. `respond_comment` is not null when a person sent it back and nothing revises it yet. */
export type Standing = z.infer<typeof Row>;

/** How these proposals stand, oldest first; unknown ids are left out. */
export async function findStanding(db: Queryable, proposalIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await db.query(
    `
    select proposal.proposal_id, proposal.kind, proposal.status, proposal.title, proposal.summary,
           proposal.shown_hash, proposal.effect, partner.name as partner_name, respond.comment as respond_comment
      from proposal
      left join partner using (partner_id)
      left join lateral (
        select coalesce(comment, '') as comment
          from decision
         where decision.proposal_id = proposal.proposal_id
           and decision.decision = 'respond'
           and not exists (select from proposal revision where revision.supersedes = proposal.proposal_id)
         order by decision_id desc
         limit 1
      ) respond on proposal.status = 'superseded'
     where proposal.proposal_id = any ($1::uuid[])
     order by proposal.created_at, proposal.kind, proposal.proposal_id
    `,
    [proposalIds],
  );
  return rows.map((row) => Row.parse(row));
}
