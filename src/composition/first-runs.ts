import { setTimeout as sleep } from 'node:timers/promises';
import { findRun } from '../../db/queries/runs/find-run.ts';
import { hasRunSucceeded } from '../../db/queries/runs/has-run-succeeded.ts';
import { WORKFLOWS } from '../../graphs/orchestrator.ts';
import type { OpenDatabase } from '../cli/context.ts';
import { Refusal } from '../domain/errors.ts';
import { requestRun } from '../intake/runs/request-run.ts';
import type { Logger } from '../logger.ts';

const LOOK_EVERY_MS = 200;

/**
 * Lets each workflow run once in the life of a programme, so that the queue is full when a newcomer arrives. A start
 * that was killed before goes on with the run it had asked for.
 */
export async function firstRuns({ pools }: OpenDatabase, log: Logger, stopping: AbortSignal): Promise<void> {
  for (const workflow of WORKFLOWS) {
    if (await hasRunSucceeded(pools.app, workflow)) continue;
    const runId = await requestRun(pools.app, { workflow, cause: 'start', requestedBy: 'start' }).catch(
      goingRun,
    );
    for (;;) {
      const run = await findRun(pools.app, runId);
      if (run === null || run.status === 'failed') {
        log.error(
          { workflow, reason: run?.error?.message },
          'the first run failed; it is tried again at its next schedule',
        );
        break;
      }
      if (run.status === 'succeeded' || stopping.aborted) break;
      await sleep(LOOK_EVERY_MS);
    }
  }
}

function goingRun(error: unknown): string {
  if (error instanceof Refusal && error.code === 'run_already_going') return String(error.facts.runId);
  throw error;
}
