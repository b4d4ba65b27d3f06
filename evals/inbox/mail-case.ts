import { z } from 'zod';

export const INTENTS = [
  'application',
  'payment_question',
  'tracking_problem',
  'commission_increase',
  'creative_asset_request',
  'coupon_code_request',
  'sample_request',
  'brand_complaint',
  'pr_press',
  'contract_legal',
  'termination',
  'general_question',
  'general_other',
  'out_of_office',
  'bounce_or_auto',
  'newsletter_commercial',
  'spam_seo_link_offer',
  'spam_other',
  'phishing',
  'internal_forward',
] as const;

/** One labelled mail, written for this set. Cases of one `thread` share an idea and never stand on both sides of a split. */
export const MailCase = z.strictObject({
  id: z.string().regex(/^[a-z_]+-\d{3}$/),
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
