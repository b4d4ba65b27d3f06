import type { Queryable } from '../../client.ts';

/** Takes a sleeping thread for one process. @returns false when somebody else was quicker. */
export async function claimThread(db: Queryable, threadId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update work_thread
       set status = 'working', changed_at = clock_timestamp()
     where thread_id = $1 and status = 'waiting'
    `,
    [threadId],
  );
  return rowCount === 1;
}
