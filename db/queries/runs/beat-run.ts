import type { Queryable } from '../../client.ts';

/** Says that `worker` is alive and at it. @returns false when the run is no longer its own. */
export async function beatRun(db: Queryable, runId: string, worker: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update run
       set heartbeat_at = clock_timestamp()
     where run_id = $1 and worker = $2 and status = 'running'
    `,
    [runId, worker],
  );
  return rowCount === 1;
}
