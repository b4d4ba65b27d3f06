import { z } from 'zod';
import { Precedent } from '../../../src/domain/precedents/precedent.ts';
import type { Queryable } from '../../client.ts';
import type { Neighbour } from '../../vector/vector-store.ts';

const Row = z.object({
  proposal_id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  partner_name: z.string().nullable(),
  decision: Precedent.shape.decision,
  decided_by: z.string(),
  decided_at: z.date(),
  comment: z.string().nullable(),
  edits: Precedent.shape.edits,
});

/** What people decided on these proposals, in the order given; those without a decision of a person are left out. */
export async function readPrecedents(db: Queryable, neighbours: readonly Neighbour[]): Promise<Precedent[]> {
  if (neighbours.length === 0) return [];
  const { rows } = await db.query(
    `
    select p.proposal_id, p.kind, p.title, a.name as partner_name,
           d.decision, d.decided_by, d.decided_at, d.comment, d.edits
      from proposal p
      left join partner a using (partner_id)
      join lateral (
        select decision, decided_by, decided_at, comment, edits
          from decision
         where proposal_id = p.proposal_id and by_kind in ('token', 'session')
           and decision in ('approve', 'edit', 'reject', 'respond')
         order by decision_id desc
         limit 1
      ) d on true
     where p.proposal_id = any($1::uuid[])
    `,
    [neighbours.map(({ refId }) => refId)],
  );
  const found = new Map(rows.map((raw) => [Row.parse(raw).proposal_id, Row.parse(raw)]));
  return neighbours.flatMap(({ refId, similarity }) => {
    const row = found.get(refId);
    if (!row) return [];
    const { proposal_id, partner_name, decided_by, decided_at, ...rest } = row;
    return [
      {
        ...rest,
        proposalId: proposal_id,
        partnerName: partner_name,
        by: decided_by,
        at: decided_at.toISOString(),
        similarity,
      },
    ];
  });
}
