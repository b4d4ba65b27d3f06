import { setTimeout as sleep } from 'node:timers/promises';
import { failRun } from '../../../db/queries/runs/fail-run.ts';
import { findRunStatus } from '../../../db/queries/runs/find-run-status.ts';
import { Refusal } from '../../domain/errors.ts';
import type { RunCause } from '../../domain/runs/run.ts';
import { toRunError } from '../../domain/runs/run-error.ts';
import { requestRun } from './request-run.ts';
import type { RunDeps } from './run-deps.ts';
import { workRun } from './work-run.ts';

const LOOK_EVERY_MS = 200;

/**
 * One run here and now, to its end: worked on by this process, or waited for when another was quicker to take it.
 *
 * A run that waits, or that a dead process left behind, is taken up instead of a new one. There is no second try: a
 * run that cannot be worked on has failed, and its history says why.
 *
 * @returns its id, also when it failed, or when this process is to stop before its end.
 * @throws {Refusal} `workflow_unknown`; `run_already_going` when somebody works on one, with its id.
 */
export async function runNow(
  deps: RunDeps,
  request: { workflow: string; cause: RunCause; requestedBy: string },
): Promise<string> {
  let going: Refusal | null = null;
  const runId = await requestRun(deps.app, request).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'run_already_going') throw error;
    going = error;
    return String(error.facts.runId);
  });
  const answer = await work(deps, runId);
  if (answer !== 'taken') return runId;
  if (going !== null) throw going;
  await untilOver(deps, runId);
  return runId;
}

async function work(deps: RunDeps, runId: string): Promise<'worked' | 'released' | 'taken'> {
  try {
    return await workRun(deps, runId);
  } catch (error) {
    deps.log.error({ runId, err: error }, 'the run could not be worked on');
    await failRun(deps.app, { runId, error: toRunError(error), now: deps.now() });
    return 'worked';
  }
}

async function untilOver({ app, stopping }: RunDeps, runId: string): Promise<void> {
  while (!stopping.aborted) {
    const status = await findRunStatus(app, runId);
    if (status !== 'queued' && status !== 'running') return;
    await sleep(LOOK_EVERY_MS);
  }
}
