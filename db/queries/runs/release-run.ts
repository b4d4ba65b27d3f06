import type { RunError } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

/**
 * Puts a run back to wait, for another process or a later try; what it has done so far stays done.
 *
 * @param error - why this try ended, kept for the history until a later one succeeds; null when nothing went wrong.
 * @param forwardAgain - true when its job is over and the queue must be given a new one.
 */
export async function releaseRun(
  db: Queryable,
  {
    runId,
    worker,
    error,
    forwardAgain,
  }: { runId: string; worker: string; error: RunError | null; forwardAgain: boolean },
): Promise<void> {
  await db.query(
    `
    update run
       set status = 'queued', worker = null, heartbeat_at = null, error = $3,
           forwarded_at = case when $4 then null else forwarded_at end
     where run_id = $1 and worker = $2 and status = 'running'
    `,
    [runId, worker, error && JSON.stringify(error), forwardAgain],
  );
}
