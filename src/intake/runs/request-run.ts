import type { Queryable } from '../../../db/client.ts';
import { findGoingRun } from '../../../db/queries/runs/find-going-run.ts';
import { insertRun } from '../../../db/queries/runs/insert-run.ts';
import { assertWorkflow } from '../../../graphs/orchestrator.ts';
import { Refusal } from '../../domain/errors.ts';
import type { RunCause } from '../../domain/runs/run.ts';

/**
 * Asks for a run: a row that waits until a process works on it.
 *
 * @returns its id.
 * @throws {Refusal} `workflow_unknown`; `run_already_going` with the going run's id in `runId`.
 */
export async function requestRun(
  db: Queryable,
  request: { workflow: string; cause: RunCause; requestedBy: string },
): Promise<string> {
  const workflow = assertWorkflow(request.workflow);
  for (;;) {
    const runId = await insertRun(db, { ...request, workflow, dueAt: null });
    if (runId !== null) return runId;
    const going = await findGoingRun(db, workflow);
    // Null: the one that was in the way has ended since, so the way is free.
    if (going === null) continue;
    throw new Refusal('run_already_going', `A run of ${workflow} is waiting or going already.`, {
      runId: going,
      workflow,
    });
  }
}
