import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  thread_id: z.string(),
  run_id: z.uuid(),
  workflow: z.string(),
  item: z.string(),
  newest_decision_id: z.bigint(),
});
export type ThreadToWake = z.infer<typeof Row>;

/**
 * Sleeping threads that have something to do: an answer that asks for a revision, or nothing left to wait for.
 *
 * @param settledBefore - a proposal counts as settled when it was decided before this moment: until the undo window
 *   is over its decision may be taken back.
 * @param limit - threads at once; > 0.
 */
export async function listThreadsToWake(
  db: Queryable,
  { settledBefore, limit }: { settledBefore: Date; limit: number },
): Promise<ThreadToWake[]> {
  const { rows } = await db.query(
    `
    select thread.thread_id, thread.run_id, thread.workflow, thread.item,
           coalesce(max(decided.newest_id), 0)::bigint as newest_decision_id
      from work_thread thread
      left join work_thread_proposal link on link.thread_id = thread.thread_id
      left join proposal on proposal.proposal_id = link.proposal_id
      left join lateral (
        select max(decision_id) as newest_id,
               max(decision_id) filter (where decision = 'respond') as respond_id
          from decision
         where decision.proposal_id = proposal.proposal_id
      ) decided on true
     where thread.status = 'waiting'
     group by thread.thread_id
    having max(decided.respond_id) > thread.seen_decision_id
        or coalesce(bool_and(
             proposal.status not in ('pending', 'snoozed', 'approved') and coalesce(proposal.decided_at, '-infinity') < $1
           ), true)
     order by min(thread.changed_at)
     limit $2
    `,
    [settledBefore, limit],
  );
  return rows.map((row) => Row.parse(row));
}
