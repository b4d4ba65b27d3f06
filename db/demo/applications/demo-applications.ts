import { z } from 'zod';
import texts from './applications.json' with { type: 'json' };

const DemoApplication = z.looseObject({ id: z.string(), daysAgo: z.int().min(0).max(60) });
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export interface ReceivedDemoApplication {
  readonly applicant: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
}

/**
 * The demo's applications, written by hand, as an applicant would give them. What vetting should say of each stands in
 * `applications-truth.json`.
 *
 * @param loadDate - they came on the days before.
 */
export function demoApplications(loadDate: Date): ReceivedDemoApplication[] {
  return z
    .array(DemoApplication)
    .parse(texts)
    .map(({ daysAgo, ...applicant }, index) => ({
      applicant,
      receivedAt: new Date(loadDate.getTime() - daysAgo * DAY_MS - (index % 12) * HOUR_MS),
    }));
}
