import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { THREAD_COLUMNS, ThreadRow } from './thread-row.ts';

const Row = ThreadRow.extend({ status: z.enum(['waiting', 'done']) });

/** Threads that ought to sleep, for a proposal of theirs is undecided; `done` ones were ended too early. */
export async function listThreadsWithOpenProposals(
  db: Queryable,
  limit: number,
): Promise<z.infer<typeof Row>[]> {
  const { rows } = await db.query(
    `
    select ${THREAD_COLUMNS}, thread.status
      from work_thread thread
      join run using (run_id)
     where thread.status in ('waiting', 'done')
       and exists (
         select from work_thread_proposal link
           join proposal using (proposal_id)
          where link.thread_id = thread.thread_id and proposal.status in ('pending', 'snoozed')
       )
     order by thread.status, thread.changed_at
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => Row.parse(row));
}
