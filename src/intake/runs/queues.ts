import type { PgBoss, QueueOptions } from 'pg-boss';

/** Jobs that each work on one run. */
export const runQueue = (workflow: string): string => `run-${workflow}`;
/** What the clock says: one job for each due moment of a schedule. */
export const scheduleQueue = (workflow: string): string => `schedule-${workflow}`;
/** One job for each moment at which what is old is pruned. */
export const PRUNE = 'prune';
/** Where the jobs end whose tries all failed. */
export const DEAD_LETTERS = 'dead-letters';

/** Three more tries, after about 5, 10 and 20 seconds. */
const RETRIES: QueueOptions = { retryLimit: 3, retryDelay: 5, retryBackoff: true, retryDelayMax: 60 };
/** A job whose process is silent for so long is given to another; the least that pg-boss allows is 10. */
const HEARTBEAT_SECONDS = 30;
const RUN_SECONDS_MAX = 4 * 3_600;
const DAY_SECONDS = 86_400;

/**
 * Makes the queues, or brings them up to date. `short` lets one job wait: a schedule that fires while its last job
 * still waits adds none. That one run of a workflow is worked on at a time is the run's row's affair.
 *
 * @param keepDays - how long jobs that are over are kept; the job queue removes them itself.
 */
export async function ensureQueues(
  boss: PgBoss,
  workflows: readonly string[],
  keepDays: number,
): Promise<void> {
  const options = { ...RETRIES, deleteAfterSeconds: keepDays * DAY_SECONDS };
  await ensureQueue(boss, DEAD_LETTERS, 'standard', options);
  await ensureQueue(boss, PRUNE, 'short', options);
  for (const workflow of workflows) {
    await ensureQueue(boss, runQueue(workflow), 'short', {
      ...options,
      deadLetter: DEAD_LETTERS,
      expireInSeconds: RUN_SECONDS_MAX,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    });
    await ensureQueue(boss, scheduleQueue(workflow), 'short', options);
  }
}

async function ensureQueue(
  boss: PgBoss,
  name: string,
  policy: string,
  options: QueueOptions & { deadLetter?: string },
): Promise<void> {
  await boss.createQueue(name, { ...options, policy });
  await boss.updateQueue(name, options);
}
