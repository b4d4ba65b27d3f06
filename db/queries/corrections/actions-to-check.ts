import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ action_id: z.uuid(), target: z.string() });
export type ActionToCheck = z.infer<typeof Row>;

/**
 * Delivered corrections with rows that were not seen to stand yet: never looked at, or a while ago, and not too often;
 * none that the network still works on. Oldest first.
 */
export async function actionsToCheck(
  db: Queryable,
  {
    targets,
    checkedBefore,
    looksMax,
    limit,
  }: {
    readonly targets: readonly string[];
    readonly checkedBefore: Date;
    readonly looksMax: number;
    readonly limit: number;
  },
): Promise<ActionToCheck[]> {
  const { rows } = await db.query(
    `
    select o.action_id, o.target
      from outbox o
     where o.status = 'delivered' and o.target = any($1) and o.effect ->> 'kind' = 'commission.correct'
       and not exists (select from correction_job j where j.action_id = o.action_id and j.state = 'running')
       and exists (
         select from correction_line l
           left join correction_check c on c.action_id = o.action_id and c.correction_key = l.correction_key
          where l.proposal_id = o.proposal_id
            and (c.state is null or (c.state in ('not_yet', 'missing') and c.checked_at < $2 and c.looks < $3))
       )
     order by o.delivered_at
     limit $4
    `,
    [targets, checkedBefore, looksMax, limit],
  );
  return rows.map((row) => Row.parse(row));
}
