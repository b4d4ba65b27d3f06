import { startPollLoop } from '../../../db/poll-loop.ts';
import { beatRun } from '../../../db/queries/runs/beat-run.ts';
import { type ClaimedRun, claimRun } from '../../../db/queries/runs/claim-run.ts';
import { finishRun } from '../../../db/queries/runs/finish-run.ts';
import { listRunThreads } from '../../../db/queries/runs/list-run-threads.ts';
import { releaseRun } from '../../../db/queries/runs/release-run.ts';
import { setThreadStatus } from '../../../db/queries/runs/set-thread-status.ts';
import { Refusal } from '../../domain/errors.ts';
import { toRunError } from '../../domain/runs/run-error.ts';
import type { RunDeps } from './run-deps.ts';
import { runThread } from './run-thread.ts';
import { survey } from './survey.ts';
import { threadEvent } from './thread-event.ts';
import { workItem } from './work-item.ts';

/** A heartbeat older than this belongs to a dead process. */
export const DEAD_AFTER_SECONDS = 20;
const BEAT_MS = 3_000;
/** Most of an item’s time is the database’s. */
const ITEMS_AT_ONCE = 4;

/**
 * Works on one run to its end: finds its work items, then lets each have its thread.
 *
 * A run that a dead process left behind is taken over where it stood; one that somebody works on is left alone.
 *
 * @returns `worked` when the run has ended, `released` when this process is stopping and another has to go on,
 *   `taken` when the run is somebody else's, over, or unknown.
 * @throws what kept it from working, after putting the run back to wait; a `Refusal` ends the run instead.
 */
export async function workRun(deps: RunDeps, runId: string): Promise<'worked' | 'released' | 'taken'> {
  const run = await claimRun(deps.app, {
    runId,
    worker: deps.worker,
    now: deps.now(),
    deadAfterSeconds: DEAD_AFTER_SECONDS,
  });
  if (run === null) return 'taken';

  deps.atWork.add(runId);
  const lost = new AbortController();
  const beating = startPollLoop({
    pauseMs: BEAT_MS,
    turn: async () => {
      if (!(await beatRun(deps.app, runId, deps.worker))) lost.abort();
      return false;
    },
    onError: (error) => deps.log.warn({ runId, err: error }, 'a heartbeat could not be written'),
  });
  try {
    return await workClaimed(deps, run, AbortSignal.any([lost.signal, deps.stopping]));
  } catch (error) {
    await deps.steps.flush();
    if (error instanceof Refusal) {
      await finishRun(deps.app, { runId, worker: deps.worker, error: toRunError(error), now: deps.now() });
      return 'worked';
    }
    deps.log.warn({ runId, err: error }, 'a try to work on a run failed');
    await releaseRun(deps.app, {
      runId,
      worker: deps.worker,
      error: toRunError(error),
      forwardAgain: false,
    });
    throw error;
  } finally {
    deps.atWork.delete(runId);
    await beating.stop();
  }
}

async function workClaimed(
  deps: RunDeps,
  run: ClaimedRun,
  ending: AbortSignal,
): Promise<'worked' | 'released' | 'taken'> {
  const event = await threadEvent(deps, { ...run, item: null });
  if (run.surveyed_at === null) await survey(deps, event);

  const open = (await listRunThreads(deps.app, run.run_id)).filter(
    ({ status }) => status === 'queued' || status === 'working',
  );
  const queue = open.values();
  const worker = async () => {
    for (const { thread_id: threadId, item } of queue) {
      if (ending.aborted) return;
      await setThreadStatus(deps.app, { threadId, status: 'working' });
      const thread = { threadId, event: { ...event, item }, proposalIds: [], wake: false };
      await workItem(deps, threadId, () => runThread(deps, thread));
    }
  };
  await Promise.all(Array.from({ length: ITEMS_AT_ONCE }, worker));

  if (deps.stopping.aborted) {
    await releaseRun(deps.app, {
      runId: run.run_id,
      worker: deps.worker,
      error: null,
      forwardAgain: true,
    });
    return 'released';
  }
  const isOurs = await finishRun(deps.app, {
    runId: run.run_id,
    worker: deps.worker,
    error: null,
    now: deps.now(),
  });
  return isOurs ? 'worked' : 'taken';
}
