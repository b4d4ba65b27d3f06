import { z } from 'zod';

const Days = z.int().min(1).max(3_650);

/**
 * How long what nobody needs any more is kept, in days. Proposals, decisions, mail, the ledger and the audit log are
 * never pruned, and nothing is that one of them, or an open case, still refers to.
 */
export const RetentionPolicy = z.strictObject({
  /** Steps of finished runs; the runs themselves stay. */
  runStepsDays: Days,
  /** Threads of runs that are done or failed. */
  workThreadsDays: Days,
  /** Jobs of the queue that are over. */
  finishedJobsDays: Days,
  /** Stored pages of the web, with their pictures. */
  webCapturesDays: Days,
  /** When it is pruned: cron in a time zone. */
  cron: z.string().min(9).max(100),
  timeZone: z.string().min(1).max(60),
});
export type RetentionPolicy = z.infer<typeof RetentionPolicy>;

export const RETENTION_POLICY_DEFAULTS: RetentionPolicy = {
  runStepsDays: 90,
  workThreadsDays: 90,
  finishedJobsDays: 7,
  webCapturesDays: 90,
  cron: '40 3 * * *',
  timeZone: 'Europe/London',
};

const own = (unit: string, why: string) => ({ unit, why, source: 'own default' });

export const RETENTION_POLICY_ENTRIES: Readonly<
  Record<keyof RetentionPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  runStepsDays: own('days', 'A quarter: long enough to ask why a run did what it did.'),
  workThreadsDays: own('days', 'As long as the steps of its run.'),
  finishedJobsDays: own(
    'days',
    'A job says nothing that its run does not; a week helps to look into trouble.',
  ),
  webCapturesDays: own(
    'days',
    'A quarter of what pages showed; what a sighting, a case or a card shows stays.',
  ),
  cron: own('cron', 'In the night, before the first runs of the day.'),
  timeZone: own('time zone', 'That of the schedules.'),
};
