import type { Queryable } from '../../client.ts';

/** Takes back what a proposal decided about a code or a site: the code runs as long as it did before, a code issued instead ends. */
export async function liftCouponRules(db: Queryable, proposalId: string, at: Date): Promise<void> {
  await db.query(
    `
    with lifted as (
      update code_rule set lifted_at = $2 where proposal_id = $1 and lifted_at is null
      returning code, kind, previous_ends_at, successor
    ), site as (
      update site_blacklist set lifted_at = $2 where proposal_id = $1 and lifted_at is null
    ), successor as (
      update code set ends_at = $2 from lifted where code.code = lifted.successor
    )
    update code
       set ends_at = lifted.previous_ends_at
      from lifted
     where code.code = lifted.code and lifted.kind = 'retired'
    `,
    [proposalId, at],
  );
}
