import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { type PollLoop, startPollLoop } from '../../../db/poll-loop.ts';
import { failRun } from '../../../db/queries/runs/fail-run.ts';
import { requeueDeadRuns } from '../../../db/queries/runs/requeue-dead-runs.ts';
import { WORKFLOWS } from '../../../graphs/orchestrator.ts';
import { createBoss } from './create-boss.ts';
import { forwardRuns } from './forward-runs.ts';
import { keepSchedules } from './keep-schedules.ts';
import { DEAD_LETTERS, ensureQueues, runQueue } from './queues.ts';
import { reconcileThreads } from './reconcile-threads.ts';
import { rescueThreads } from './rescue-threads.ts';
import type { RunDeps } from './run-deps.ts';
import { wakeDecidedThreads } from './wake-decided-threads.ts';
import { DEAD_AFTER_SECONDS, workRun } from './work-run.ts';

export interface SchedulerDeps extends RunDeps {
  readonly databaseUrl: string;
  /** What others want done every few seconds while somebody works: expiry, snoozed ones coming back, … */
  readonly sweeps: readonly (() => Promise<unknown>)[];
}

/** Longer than all retries of a job take. */
const LOST_AFTER_SECONDS = 600;
const ATTEMPTS_MAX = 5;
const STOP_MS_MAX = 4_000;
const RunJob = z.object({ runId: z.uuid() });

/**
 * Begins to work: runs that wait, schedules that fall due, threads whose decisions have landed.
 *
 * Any number of processes may do so on one database; each run, due moment and thread is dealt with once.
 *
 * @throws {Refusal} `input_invalid` when a schedule of the policy cannot be read.
 * @returns `stop`, which begins nothing new, lets what is under way come to its next resting place, and is over
 *   within five seconds; what could not rest in time is taken up by the next process.
 */
export async function startScheduler(deps: SchedulerDeps): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController();
  const working: SchedulerDeps = { ...deps, stopping: AbortSignal.any([deps.stopping, ending.signal]) };
  const boss = createBoss(deps.databaseUrl, deps);
  await boss.start();
  try {
    await takeJobs(working, boss);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const loops = startLoops(working, boss);
  return {
    async stop() {
      ending.abort();
      const stopped = Promise.all([
        boss.stop({ graceful: true, timeout: STOP_MS_MAX }),
        ...loops.map((loop) => loop.stop()),
      ]);
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, STOP_MS_MAX + 500).unref())]);
    },
  };
}

async function takeJobs(deps: SchedulerDeps, boss: PgBoss): Promise<void> {
  await ensureQueues(boss, WORKFLOWS, deps.policy.retention.finishedJobsDays);
  await keepSchedules(deps, boss);
  for (const workflow of WORKFLOWS) {
    await boss.work(runQueue(workflow), { pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const { data } of jobs) await workRun(deps, RunJob.parse(data).runId);
    });
  }
  await boss.work(DEAD_LETTERS, { pollingIntervalSeconds: 2 }, async (jobs) => {
    for (const { data } of jobs) await buryRun(deps, RunJob.parse(data).runId);
  });
}

function startLoops(deps: SchedulerDeps, boss: PgBoss): PollLoop[] {
  const every = (pauseSeconds: number, what: string, work: () => Promise<unknown>): PollLoop =>
    startPollLoop({
      pauseMs: pauseSeconds * 1_000,
      turn: async () => {
        await work();
        return false;
      },
      onError: (error) => deps.log.error({ err: error }, `${what} failed; it is tried again`),
    });
  const requeue = () =>
    requeueDeadRuns(deps.app, {
      deadAfterSeconds: DEAD_AFTER_SECONDS,
      lostAfterSeconds: LOST_AFTER_SECONDS,
      attemptsMax: ATTEMPTS_MAX,
      atWork: [...deps.atWork],
    });
  return [
    every(1, 'handing over waiting runs', () => forwardRuns(deps, boss)),
    every(1, 'waking threads', () => wakeDecidedThreads(deps)),
    every(5, 'looking for dead runs', requeue),
    every(10, 'looking for stale threads', () => rescueThreads(deps)),
    every(300, 'reconciling threads', () => reconcileThreads(deps)),
    ...deps.sweeps.map((sweep) => every(2, 'a sweep', sweep)),
  ];
}

/** The last try has failed: the run's history says so, with the last try's own words where it left any. */
async function buryRun(deps: RunDeps, runId: string): Promise<void> {
  await failRun(deps.app, {
    runId,
    error: { code: 'tries_used_up', message: 'No try to work on this run succeeded.' },
    now: deps.now(),
  });
}
