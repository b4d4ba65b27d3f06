import type { Queryable } from '../../client.ts';
import { THREAD_COLUMNS, ThreadRow } from './thread-row.ts';

/**
 * Takes threads that a process woke and did not bring to rest: it has died, or lost the database. Those of a run
 * that is still to be worked on are left to it.
 *
 * @param staleAfterSeconds - longer than any thread works at one go.
 */
export async function takeStaleThreads(db: Queryable, staleAfterSeconds: number): Promise<ThreadRow[]> {
  const { rows } = await db.query(
    `
    update work_thread thread
       set changed_at = clock_timestamp()
      from run
     where run.run_id = thread.run_id
       and run.status not in ('queued', 'running')
       and thread.status = 'working'
       and thread.changed_at < clock_timestamp() - $1 * interval '1 second'
    returning ${THREAD_COLUMNS}
    `,
    [staleAfterSeconds],
  );
  return rows.map((row) => ThreadRow.parse(row));
}
