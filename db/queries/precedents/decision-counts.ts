import { z } from 'zod';
import type { DecisionCounts } from '../../../src/domain/precedents/agreement.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  kind: z.string(),
  approved_as_is: z.int(),
  edited: z.int(),
  rejected: z.int(),
  sent_back: z.int(),
});

/** What people made of each kind of proposal since a moment: the newest decision of a person on each proposal counts. */
export async function decisionCounts(db: Queryable, since: Date): Promise<DecisionCounts[]> {
  const { rows } = await db.query(
    `
    with newest as (
      select distinct on (proposal_id) proposal_id, decision
        from decision
       where by_kind in ('token', 'session') and decided_at >= $1
         and decision in ('approve', 'edit', 'reject', 'respond')
       order by proposal_id, decision_id desc
    )
    select p.kind,
           count(*) filter (where decision = 'approve')::int as approved_as_is,
           count(*) filter (where decision = 'edit')::int as edited,
           count(*) filter (where decision = 'reject')::int as rejected,
           count(*) filter (where decision = 'respond')::int as sent_back
      from newest
      join proposal p using (proposal_id)
     group by p.kind
     order by p.kind
    `,
    [since],
  );
  return rows.map((raw) => {
    const row = Row.parse(raw);
    return {
      kind: row.kind,
      approvedAsIs: row.approved_as_is,
      edited: row.edited,
      rejected: row.rejected,
      sentBack: row.sent_back,
    };
  });
}
