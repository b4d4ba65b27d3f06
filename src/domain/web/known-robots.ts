import { z } from 'zod';

/** A site's robots.txt as it was last read. */
export const KnownRobots = z.strictObject({
  /** `allow` and `disallow` hold for the whole site: there is no file, or it cannot be had. */
  rule: z.enum(['file', 'allow', 'disallow']),
  /** The file; empty unless `rule` is `file`. */
  text: z.string(),
  /** Why, for a person. */
  reason: z.string().max(500),
  readAt: z.date(),
});
export type KnownRobots = z.infer<typeof KnownRobots>;
