import { z } from 'zod';

/** Everything a mail to an affiliate manager may want; one leads, others may come with it. */
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

export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;
