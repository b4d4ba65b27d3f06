import type { Queryable } from '../../client.ts';

/**
 * Removes threads that came to their end before a moment, at most `limit`; gives how many. One whose proposals are not
 * all through stays: what becomes of them may wake it.
 */
export async function pruneWorkThreads(db: Queryable, before: Date, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `
    delete from work_thread
     where thread_id in (
       select thread_id
         from work_thread t
        where t.status in ('done', 'failed') and t.changed_at < $1
          and not exists (
            select from work_thread_proposal link
              join proposal p using (proposal_id)
             where link.thread_id = t.thread_id
               and p.status in ('pending', 'snoozed', 'approved', 'executed', 'unknown', 'needs_person')
          )
        limit $2
     )
    `,
    [before, limit],
  );
  return rowCount ?? 0;
}
