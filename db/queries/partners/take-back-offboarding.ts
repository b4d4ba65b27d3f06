import type { Queryable } from '../../client.ts';

/** The partner that a proposal offboarded is active again; for an effect that turned out not to be carried out. */
export async function takeBackOffboarding(db: Queryable, proposalId: string): Promise<void> {
  await db.query(
    `
    update partner
       set status = 'active'
      from proposal
     where proposal.proposal_id = $1 and proposal.kind = 'partner.offboard'
       and partner.partner_id = proposal.partner_id and partner.status = 'offboarded'
    `,
    [proposalId],
  );
}
