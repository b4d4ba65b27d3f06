import { z } from 'zod';

const From = z.union([
  /** The nth partner of a type that sells, or of the Tier 1 partners; `mailbox` at its own domain instead of the address on file. */
  z.strictObject({ partner: z.string(), nth: z.int().min(0), mailbox: z.string().optional() }),
  z.strictObject({ address: z.string() }),
]);

/** One mail of the demo's inbox, written by hand. `{partner}`, `{order}` and the like stand for rows of the demo. */
export const DemoMail = z.strictObject({
  key: z.string(),
  from: From,
  name: z.string(),
  daysAgo: z.int().min(1).max(14),
  /** Time of the day, UTC. */
  at: z.string().regex(/^\d{2}:\d{2}$/),
  subject: z.string(),
  body: z.string(),
  /** The key of the mail whose conversation it goes on. */
  answers: z.string().optional(),
  automatic: z.enum(['auto-replied', 'auto-generated']).optional(),
  isBulk: z.literal(true).optional(),
  to: z.string().optional(),
  hasAttachment: z.literal(true).optional(),
  isUnreadable: z.literal(true).optional(),
  /** The receiving server could not prove the sender's domain. */
  isProven: z.literal(false).optional(),
});
export type DemoMail = z.infer<typeof DemoMail>;
