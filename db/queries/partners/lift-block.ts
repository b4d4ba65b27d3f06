import type { Queryable } from '../../client.ts';

/** Lifts the block that a proposal set; the partner is active again unless another whole block stands. */
export async function liftBlock(db: Queryable, proposalId: string, at: Date): Promise<void> {
  await db.query(
    `
    with lifted as (
      update partner_block
         set lifted_at = $2
       where proposal_id = $1 and lifted_at is null
      returning partner_id, sub_id
    )
    update partner p
       set status = 'active'
      from lifted
     where p.partner_id = lifted.partner_id and lifted.sub_id = '' and p.status = 'blocked'
       and not exists (
         select from partner_block other
          where other.partner_id = p.partner_id and other.sub_id = '' and other.lifted_at is null
            and other.proposal_id is distinct from $1)
    `,
    [proposalId, at],
  );
}
