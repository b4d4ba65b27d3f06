import type { RunError } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

/**
 * Ends a run that nobody works on any more, because its last try failed. One that is over stays as it is.
 *
 * @param error - what is said when no try left a word of its own.
 */
export async function failRun(
  db: Queryable,
  { runId, error, now }: { runId: string; error: RunError; now: Date },
): Promise<void> {
  await db.query(
    `
    update run
       set status = 'failed', error = coalesce(error, $2), finished_at = $3, worker = null
     where run_id = $1 and status in ('queued', 'running')
    `,
    [runId, JSON.stringify(error), now],
  );
}
