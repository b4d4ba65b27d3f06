import { z } from 'zod';
import { Intent } from './intent.ts';

/** Intents whose answer a person always sees first, or that have none. */
export const NEVER_ANSWERED_ALONE: readonly Intent[] = [
  'brand_complaint',
  'pr_press',
  'contract_legal',
  'termination',
  'commission_increase',
  'phishing',
  'internal_forward',
  'general_other',
  'out_of_office',
  'bounce_or_auto',
  'newsletter_commercial',
  'spam_seo_link_offer',
  'spam_other',
];

/** What a user may set about mail. */
export const InboxPolicy = z.strictObject({
  /** Intents whose replies leave without a person, when triage is sure and nothing else speaks against it. */
  autoReplyIntents: z
    .array(Intent)
    .max(20)
    .refine((intents) => intents.every((intent) => !NEVER_ANSWERED_ALONE.includes(intent)), {
      message: `these are never answered without a person: ${NEVER_ANSWERED_ALONE.join(', ')}`,
    }),
  mailsPerRun: z.int().min(1).max(5_000),
  /** The programme's own mail domains, in lower case; empty when unknown. */
  ownDomains: z.array(z.string().min(3).max(253).toLowerCase()).max(50),
});
export type InboxPolicy = z.infer<typeof InboxPolicy>;

export const INBOX_POLICY_DEFAULTS: InboxPolicy = { autoReplyIntents: [], mailsPerRun: 200, ownDomains: [] };

export const INBOX_POLICY_ENTRIES: Readonly<
  Record<keyof InboxPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  autoReplyIntents: {
    unit: 'intents',
    why: 'No mail leaves without a person until the manager names what may.',
    source: 'own default',
  },
  mailsPerRun: {
    unit: 'mails',
    why: 'A morning’s mail of a large programme; what is more waits ten minutes.',
    source: 'own default',
  },
  ownDomains: {
    unit: 'mail domains',
    why: 'Tells a colleague’s mail from a stranger’s; without it, sender and receiver on one domain count as colleagues.',
    source: 'own default',
  },
};
