import { z } from 'zod';
import { Intent } from '../../domain/inbox/intent.ts';
import { Urgency } from '../../domain/inbox/urgency.ts';

/** What a model may say about a stranger's mail: closed words, and quotes that are looked up. No sentence of its own. */
export const MailReading = z.strictObject({
  intent: Intent,
  also: z.array(Intent).max(6),
  urgency: Urgency,
  brandSensitive: z.boolean(),
  mustGoToHuman: z.boolean(),
  reasons: z
    .array(z.enum(['legal', 'press', 'complaint', 'public_threat', 'crisis', 'payout_change', 'phishing']))
    .max(7),
  injection: z.boolean(),
  isSure: z.boolean(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  quotes: z
    .array(
      z.strictObject({
        slot: z.enum(['requestedRate', 'orderReference', 'amount', 'code', 'deadline', 'link']),
        line: z.int().min(1).max(10_000),
        quote: z.string().min(1).max(300),
      }),
    )
    .max(40),
});
export type MailReading = z.infer<typeof MailReading>;
