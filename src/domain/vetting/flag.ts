import { z } from 'zod';

/** Everything that vetting may say of an application; the names are part of the outside and stay. */
export const FLAGS = [
  'fake_account',
  'fake_followers',
  'engagement_anomaly_low',
  'engagement_anomaly_high',
  'follower_spike',
  'comment_spam',
  'statistics_insufficient',
  'private_or_empty',
  'claim_mismatch',
  'identity_verification_needed',
  'impersonation',
  'duplicate_application',
  'competitor_exclusive',
  'undisclosed_ads',
  'minor',
  'health_claim',
  'financial_claim',
  'crypto_scam',
  'gambling',
  'adult',
  'weapons',
  'alcohol_tobacco',
  'hate_or_slur',
  'political',
  'brand_attack',
  'off_brand_aesthetic',
  'off_topic',
  'market_mismatch',
  'injection',
  'unreachable',
] as const;
export const VettingFlag = z.enum(FLAGS);
export type VettingFlag = z.infer<typeof VettingFlag>;

/** One thing found, with the sentence that tells a person why. The sentence is ours; it repeats no stranger's words. */
export interface Finding {
  readonly flag: VettingFlag;
  readonly sentence: string;
}
