import { z } from 'zod';

export const SourceKind = z.enum(['page', 'search', 'feed']);

/** A site that is watched, as the watcher needs it. */
export const DueSource = z.object({
  source_id: z.uuid(),
  url: z.string(),
  kind: SourceKind,
  publisher: z.string(),
  is_simulated: z.boolean(),
  /** How often it was looked at before. */
  checks: z.int(),
});
export type DueSource = z.infer<typeof DueSource>;
