import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { THREAD_COLUMNS, ThreadRow } from './thread-row.ts';

const Row = ThreadRow.extend({ newest_decision_id: z.bigint() });
export type ThreadToWake = z.infer<typeof Row>;

/**
 * Sleeping threads that have something to do: a comment that asks for a revision, or nothing left to wait for.
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
    select ${THREAD_COLUMNS}, coalesce(max(decided.newest_id), 0)::bigint as newest_decision_id
      from work_thread thread
      join run using (run_id)
      left join work_thread_proposal link using (thread_id)
      left join proposal using (proposal_id)
      left join lateral (
        select max(decision_id) as newest_id,
               max(decision_id) filter (where decision = 'respond') as respond_id
          from decision
         where decision.proposal_id = proposal.proposal_id
      ) decided on true
     where thread.status = 'waiting'
     group by thread.thread_id, run.run_id
    having max(decided.respond_id) > thread.seen_decision_id
        or coalesce(bool_and(
             proposal.status not in ('pending', 'snoozed', 'approved')
             and coalesce(proposal.decided_at, '-infinity') < $1
           ), true)
     order by thread.changed_at
     limit $2
    `,
    [settledBefore, limit],
  );
  return rows.map((row) => Row.parse(row));
}
