import { PgBoss } from 'pg-boss';
import { WORKFLOWS } from '../../../graphs/orchestrator.ts';
import type { Policy } from '../../domain/policies.ts';

/** Never started: it only reads expressions, the same way the running one does. */
const reader = new PgBoss({ schedule: false, supervise: false });

/** When each workflow that has a schedule runs next; one that is switched off is left out. */
export function nextRuns(policy: Policy, now: Date): { workflow: string; at: Date }[] {
  return WORKFLOWS.flatMap((workflow) => {
    const schedule = policy.schedules[workflow];
    if (!schedule?.enabled) return [];
    const [at] = reader.previewSchedule(schedule.cron, { tz: schedule.timeZone, from: now, count: 1 });
    return at ? [{ workflow, at }] : [];
  });
}
