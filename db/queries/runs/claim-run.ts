import { z } from 'zod';
import { RunCause } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  run_id: z.uuid(),
  workflow: z.string(),
  cause: RunCause,
  attempts: z.int(),
  started_at: z.date(),
  surveyed_at: z.date().nullable(),
});
export type ClaimedRun = z.infer<typeof Row>;

/**
 * Takes a run for one process: a waiting one, or one whose process has not been heard from.
 *
 * @param worker - the claiming process; `beatRun` asks for the same name.
 * @param now - becomes the run's start when this is its first claim.
 * @param deadAfterSeconds - a heartbeat older than this belongs to a dead process.
 * @returns null when somebody else has it, or it is over, or it does not exist.
 */
export async function claimRun(
  db: Queryable,
  {
    runId,
    worker,
    now,
    deadAfterSeconds,
  }: { runId: string; worker: string; now: Date; deadAfterSeconds: number },
): Promise<ClaimedRun | null> {
  const { rows } = await db.query(
    `
    update run
       set status = 'running', worker = $2, attempts = attempts + 1,
           started_at = coalesce(started_at, $3), heartbeat_at = clock_timestamp()
     where run_id = $1
       and (status = 'queued'
            or (status = 'running' and heartbeat_at < clock_timestamp() - $4 * interval '1 second'))
    returning run_id, workflow, cause, attempts, started_at, surveyed_at
    `,
    [runId, worker, now, deadAfterSeconds],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}
