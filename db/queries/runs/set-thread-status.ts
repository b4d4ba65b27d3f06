import type { RunError } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

/** Where a thread stands now. `error` only with `failed`. */
export async function setThreadStatus(
  db: Queryable,
  {
    threadId,
    status,
    error = null,
    seenDecisionId = 0n,
  }: {
    threadId: string;
    status: 'working' | 'waiting' | 'done' | 'failed';
    error?: RunError | null;
    /** The newest decision acted on; never goes back. */
    seenDecisionId?: bigint;
  },
): Promise<void> {
  await db.query(
    `
    update work_thread
       set status = $2, error = $3, seen_decision_id = greatest(seen_decision_id, $4), changed_at = clock_timestamp()
     where thread_id = $1
    `,
    [threadId, status, error && JSON.stringify(error), seenDecisionId],
  );
}
