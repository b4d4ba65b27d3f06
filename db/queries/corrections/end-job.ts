import type { Queryable } from '../../client.ts';
import type { ClaimedJob } from './claim-job.ts';

export interface JobEnd {
  readonly state: 'done' | 'failed' | 'unknown' | 'overdue';
  /** Rows that were refused, named or not; null where nothing is known. */
  readonly errors: number | null;
  /** Transaction id to the network's reason. */
  readonly refused: Readonly<Record<string, string>>;
  /** A sentence; null when it is done. */
  readonly problem: string | null;
}

/** @returns false when the claim has gone to somebody else: then nothing is written. */
export async function endJob(
  db: Queryable,
  { actionId, job, polls }: ClaimedJob,
  { state, errors, refused, problem }: JobEnd,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update correction_job set state = $4, errors = $5, refused = $6, problem = $7, ended_at = $8
     where action_id = $1 and job = $2 and polls = $3 and state = 'running'
    `,
    [actionId, job, polls, state, errors, JSON.stringify(refused), problem, at],
  );
  return rowCount === 1;
}
