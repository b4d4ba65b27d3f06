import type { Queryable } from '../../../db/client.ts';
import { insertRun } from '../../../db/queries/runs/insert-run.ts';

/** A moment older than this was missed: nothing was running when it came. */
const MISSED_AFTER_MS = 2 * 60_000;

/**
 * Asks for the run that a moment of a schedule calls for, once, however many processes watch the clock.
 *
 * @returns its id; null when the moment has its run already, or the last run is still going (no overlap).
 */
export function requestDueRun(
  db: Queryable,
  { workflow, dueAt, now }: { workflow: string; dueAt: Date; now: Date },
): Promise<string | null> {
  const isMissed = now.getTime() - dueAt.getTime() > MISSED_AFTER_MS;
  return insertRun(db, {
    workflow,
    cause: isMissed ? 'catch-up' : 'schedule',
    requestedBy: 'schedule',
    dueAt,
  });
}
