import type { PgBoss } from 'pg-boss';

const MINUTE_MS = 60_000;
/** Windows looked back into, each wider than the one before: two minutes to some four years. */
const WINDOWS_MS = Array.from({ length: 11 }, (_unused, index) => 2 * MINUTE_MS * 4 ** index);
const PAGE = 100;

/**
 * The latest moment of a schedule that is not after `now`; null when there was none in four years.
 *
 * @throws an assertion of pg-boss when the expression or the time zone cannot be read.
 */
export function dueMoment(
  boss: Pick<PgBoss, 'previewSchedule'>,
  { cron, timeZone }: { cron: string; timeZone: string },
  now: Date,
): Date | null {
  for (const windowMs of WINDOWS_MS) {
    let due: Date | null = null;
    let from = new Date(now.getTime() - windowMs);
    for (;;) {
      const moments = boss.previewSchedule(cron, { tz: timeZone, from, count: PAGE });
      const past = moments.filter((moment) => moment.getTime() <= now.getTime());
      due = past.at(-1) ?? due;
      if (past.length < PAGE) break;
      from = due ?? from;
    }
    if (due) return due;
  }
  return null;
}
