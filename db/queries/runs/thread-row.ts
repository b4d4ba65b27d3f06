import { z } from 'zod';

/** The columns that `ThreadRow` reads, for a select list over `work_thread thread join run using (run_id)`. */
export const THREAD_COLUMNS = 'thread.thread_id, thread.run_id, thread.workflow, thread.item, run.started_at';

/** A work item's thread, with the moment its run's figures are about. */
export const ThreadRow = z.object({
  thread_id: z.string(),
  run_id: z.uuid(),
  workflow: z.string(),
  item: z.string(),
  started_at: z.date(),
});
export type ThreadRow = z.infer<typeof ThreadRow>;
