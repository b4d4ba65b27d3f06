import type { Queryable } from '../../client.ts';

/**
 * Stops attribution for a partner, or for one of its sub-IDs, from a moment; a whole partner's status says so too.
 *
 * @param subId - `null` for the whole partner.
 */
export async function insertBlock(
  db: Queryable,
  {
    partnerId,
    subId,
    proposalId,
    at,
  }: {
    readonly partnerId: string;
    readonly subId: string | null;
    readonly proposalId: string;
    readonly at: Date;
  },
): Promise<void> {
  await db.query(
    `
    with block as (
      insert into partner_block (partner_id, sub_id, blocked_at, proposal_id)
      values ($1, coalesce($2, ''), $3, $4)
    )
    update partner
       set status = 'blocked'
     where partner_id = $1 and $2::text is null and status <> 'offboarded'
    `,
    [partnerId, subId, at, proposalId],
  );
}
