import type { Queryable } from '../../client.ts';

/**
 * Locks the conversions behind a proposal's lines until the transaction ends: nobody changes them between the
 * re-check and the commit, and two proposals for the same conversion take turns. Always in the same order, so
 * that those two cannot wait for each other.
 */
export async function lockConversions(db: Queryable, proposalId: string, partnerId: string): Promise<void> {
  await db.query(
    `
    select 1
      from proposal_line l
      join conversion c on c.partner_id = $2 and c.network = l.network and c.conversion_id = l.conversion_id
     where l.proposal_id = $1
     order by l.network, l.conversion_id
       for no key update of c
    `,
    [proposalId, partnerId],
  );
}
