import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  thread_id: z.string(),
  item: z.string(),
  status: z.enum(['queued', 'working', 'waiting', 'done', 'failed']),
});
export type RunThread = z.infer<typeof Row>;

/** All work items of a run, in a fixed order. */
export async function listRunThreads(db: Queryable, runId: string): Promise<RunThread[]> {
  const { rows } = await db.query(
    `select thread_id, item, status from work_thread where run_id = $1 order by item`,
    [runId],
  );
  return rows.map((row) => Row.parse(row));
}
