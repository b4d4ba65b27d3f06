import { z } from 'zod';

/** What starts, or starts again, a thread of the orchestrator. Fixed for the thread's life, so that a resumed one computes the same. */
export const WorkEvent = z.strictObject({
  workflow: z.string().min(1).max(40),
  runId: z.uuid(),
  /** The moment the figures are about. */
  asOf: z.iso.datetime(),
  /** ISO 4217. */
  programmeCurrency: z.string().length(3),
  /** The work item this thread is for; null for the thread that finds the items. */
  item: z.string().max(200).nullable(),
});
export type WorkEvent = z.infer<typeof WorkEvent>;
