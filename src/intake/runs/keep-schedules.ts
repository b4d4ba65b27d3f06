import type { PgBoss } from 'pg-boss';
import { WORKFLOWS } from '../../../graphs/orchestrator.ts';
import { Refusal } from '../../domain/errors.ts';
import { dueMoment } from './due-moment.ts';
import { pruneOld } from './prune-old.ts';
import { PRUNE, scheduleQueue } from './queues.ts';
import { requestDueRun } from './request-due-run.ts';
import type { RunDeps } from './run-deps.ts';

/**
 * Makes the schedules of the policy the job queue's, and answers each due moment with a run, or with pruning.
 *
 * After a downtime in which moments passed, one job comes for the latest of them.
 *
 * @throws {Refusal} `input_invalid` when an expression or a time zone cannot be read.
 */
export async function keepSchedules(deps: RunDeps, boss: PgBoss): Promise<void> {
  for (const workflow of WORKFLOWS) {
    const schedule = deps.policy.schedules[workflow];
    const queue = scheduleQueue(workflow);
    if (!schedule?.enabled) {
      await boss.unschedule(queue);
      continue;
    }
    await keepSchedule(boss, queue, schedule);
    await boss.work(queue, { pollingIntervalSeconds: 2 }, async () => {
      const now = deps.now();
      const dueAt = dueMoment(boss, schedule, now);
      const runId = dueAt && (await requestDueRun(deps.app, { workflow, dueAt, now }));
      deps.log.info({ workflow, dueAt, runId }, runId ? 'a scheduled run was asked for' : 'no run was due');
    });
  }
  await keepSchedule(boss, PRUNE, deps.policy.retention);
  await boss.work(PRUNE, { pollingIntervalSeconds: 2 }, async () => {
    const pruned = await pruneOld(deps.app, {
      now: deps.now(),
      policy: deps.policy.retention,
      stopping: deps.stopping,
    });
    deps.log.info({ pruned }, 'what the policy keeps no longer was pruned');
  });
}

async function keepSchedule(
  boss: PgBoss,
  queue: string,
  { cron, timeZone }: { cron: string; timeZone: string },
): Promise<void> {
  try {
    boss.previewSchedule(cron, { tz: timeZone, count: 1 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'input_invalid',
      `The policy's schedule "${cron}" in ${timeZone} cannot be read: ${why}`,
    );
  }
  await boss.schedule(queue, cron, null, { tz: timeZone, missed: 'once' });
}
