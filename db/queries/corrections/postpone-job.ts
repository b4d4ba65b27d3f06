import type { Queryable } from '../../client.ts';
import type { ClaimedJob } from './claim-job.ts';

/** Leaves a claimed job for later. Changes nothing when another claimed it meanwhile. @param problem - why there was no answer; null when it runs. */
export async function postponeJob(
  db: Queryable,
  { actionId, job, polls }: ClaimedJob,
  { until, problem }: { readonly until: Date; readonly problem: string | null },
): Promise<void> {
  await db.query(
    `
    update correction_job set next_at = $4, problem = $5
     where action_id = $1 and job = $2 and polls = $3 and state = 'running'
    `,
    [actionId, job, polls, until, problem],
  );
}
