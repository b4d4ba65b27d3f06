import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ run_id: z.uuid() });

/**
 * Gives up or puts back the runs whose process has died, or whose job got lost on the way.
 *
 * @param deadAfterSeconds - a running run with an older heartbeat belongs to a dead process.
 * @param lostAfterSeconds - a waiting run that was forwarded longer ago lost its job; longer than all retries take.
 * @param attemptsMax - after so many processes died over it the run has failed; >= 1.
 * @param atWork - runs that the caller knows to be alive, however old their heartbeats.
 * @returns the ids put back into the queue.
 */
export async function requeueDeadRuns(
  db: Queryable,
  {
    deadAfterSeconds,
    lostAfterSeconds,
    attemptsMax,
    atWork,
  }: { deadAfterSeconds: number; lostAfterSeconds: number; attemptsMax: number; atWork: readonly string[] },
): Promise<string[]> {
  const { rows } = await db.query(
    `
    with dead as (
      select run_id, attempts >= $2 as hopeless
        from run
       where run_id <> all ($4::uuid[])
         and ((status = 'running' and heartbeat_at < clock_timestamp() - $1 * interval '1 second')
              or (status = 'queued' and forwarded_at < clock_timestamp() - $3 * interval '1 second'))
         for update skip locked
    )
    update run
       set status = case when hopeless then 'failed' else 'queued' end,
           error = case when hopeless
             then '{"code": "worker_died", "message": "Every process that worked on this run has died over it."}'::jsonb end,
           finished_at = case when hopeless then clock_timestamp() end,
           worker = null, heartbeat_at = null, forwarded_at = null
      from dead
     where run.run_id = dead.run_id
    returning run.run_id, run.status
    `,
    [deadAfterSeconds, attemptsMax, lostAfterSeconds, atWork],
  );
  return rows.filter((row) => row.status === 'queued').map((row) => Row.parse(row).run_id);
}
