import { z } from 'zod';
import { INTENTS } from '../../src/domain/inbox/intent.ts';

/** One labelled mail, written for this set. Cases of one `thread` share an idea and never stand on both sides of a split. */
export const MailCase = z.strictObject({
  /** Its intent when written, its writer's letter, and a number. */
  id: z.string().regex(/^[a-z_]+-[a-z]?\d{3}$/),
  thread: z.string().min(1),
  /** ISO 639-1 of the newest message, not of what it quotes. */
  language: z.string().length(2),
  from: z.strictObject({ name: z.string(), address: z.string() }),
  subject: z.string(),
  /** Null where the mail has only HTML. Quoted history and signature included, as mail has them. */
  text: z.string().nullable(),
  html: z.string().nullable(),
  /** Beyond the usual ones: Auto-Submitted, List-Unsubscribe, X-Failed-Recipients, … */
  headers: z.record(z.string(), z.string()).optional(),
  labels: z.strictObject({
    intent: z.enum(INTENTS),
    /** Others that the mail also carries. */
    also: z.array(z.enum(INTENTS)),
    urgency: z.enum(['low', 'normal', 'high', 'critical']),
    brandSensitive: z.boolean(),
    /** Press, legal or contract, a complaint about the brand, a public threat, phishing or payout change, a crisis. */
    mustGoToHuman: z.boolean(),
    slots: z
      .strictObject({
        requestedRate: z.string(),
        orderReferences: z.array(z.string()),
        amount: z.string(),
        codes: z.array(z.string()),
        deadline: z.string(),
        links: z.array(z.string()),
      })
      .partial(),
    injection: z.boolean(),
  }),
});
export type MailCase = z.infer<typeof MailCase>;
