import { z } from 'zod';
import { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  proposal_id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  summary: z.string(),
  evidence: z.array(Evidence).catch([]),
  decision_id: z.bigint(),
});
export type UnlearnedDecision = z.infer<typeof Row>;

/** Proposals whose newest decision by a person has not been learned, oldest decision first. */
export async function unlearnedDecisions(db: Queryable, limit: number): Promise<UnlearnedDecision[]> {
  const { rows } = await db.query(
    `
    with newest as (
      select proposal_id, max(decision_id) as decision_id
        from decision
       where by_kind in ('token', 'session') and decision in ('approve', 'edit', 'reject', 'respond')
       group by proposal_id
    )
    select p.proposal_id, p.kind, p.title, p.summary, p.evidence, n.decision_id
      from newest n
      join proposal p using (proposal_id)
      left join precedent k using (proposal_id)
     where k.proposal_id is null or k.decision_id < n.decision_id
     order by n.decision_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => Row.parse(row));
}
