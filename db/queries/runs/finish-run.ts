import type { RunCost, RunError } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

export interface FinishedRun {
  readonly runId: string;
  readonly worker: string;
  readonly status: 'succeeded' | 'failed';
  readonly counts: Readonly<Record<string, number>>;
  readonly cost: RunCost;
  readonly error: RunError | null;
  readonly now: Date;
}

/**
 * Ends a run. `proposals` is counted from the rows that carry its id, so that a resumed run counts each once.
 *
 * @returns false when the run is no longer the worker's own: somebody thought it dead and took over.
 */
export async function finishRun(db: Queryable, run: FinishedRun): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update run
       set status = $3, counts = $4, cost = $5, error = $6, finished_at = $7,
           proposals = (select count(*) from proposal where proposal.run_id = run.run_id)
     where run_id = $1 and worker = $2 and status = 'running'
    `,
    [
      run.runId,
      run.worker,
      run.status,
      JSON.stringify(run.counts),
      JSON.stringify(run.cost),
      run.error && JSON.stringify(run.error),
      run.now,
    ],
  );
  return rowCount === 1;
}
