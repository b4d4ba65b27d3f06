import type { Queryable } from '../../client.ts';

/** Ends a partnership from a moment on: no order is credited any more, and the partner's status says so. */
export async function offboardPartner(
  db: Queryable,
  {
    partnerId,
    proposalId,
    at,
  }: { readonly partnerId: string; readonly proposalId: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `
    with block as (
      insert into partner_block (partner_id, sub_id, blocked_at, proposal_id)
      values ($1, '', $2, $3)
    )
    update partner
       set status = 'offboarded'
     where partner_id = $1
    `,
    [partnerId, at, proposalId],
  );
}
