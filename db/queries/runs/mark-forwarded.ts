import type { Queryable } from '../../client.ts';

/** Notes that the job queue has the run. */
export async function markForwarded(transaction: Queryable, runId: string): Promise<void> {
  await transaction.query('update run set forwarded_at = clock_timestamp() where run_id = $1', [runId]);
}
