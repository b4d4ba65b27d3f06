import type { PartnerType } from './partner-traits.ts';

/** Honest partners that look odd for a reason, so that a crude rule can be caught out. */
export interface Oddity {
  readonly name:
    | 'quick_newsletter'
    | 'baskets_at_cashback'
    | 'busy_coupon_site'
    | 'viral_post'
    | 'coarse_clock'
    | 'app_readers'
    | 'regulars_club';
  readonly type: PartnerType;
  readonly conversions: number;
  /** Why it is honest all the same. */
  readonly why: string;
  readonly medianMinutes?: number;
  readonly inCartShare?: number;
  readonly newShare?: number;
  readonly clicksMultiple?: number;
  readonly noReferrerShare?: number;
  /** The partner's link server stamps whole minutes only. */
  readonly minuteStamps?: true;
}

export const ODDITIES: readonly Oddity[] = [
  {
    name: 'quick_newsletter',
    type: 'email',
    conversions: 46,
    why: 'Readers know what they want and buy within minutes of the Thursday letter.',
    medianMinutes: 6,
  },
  {
    name: 'baskets_at_cashback',
    type: 'cashback',
    conversions: 50,
    why: 'Members fill the basket first and fetch their cashback click last, as the type does.',
    inCartShare: 0.08,
  },
  {
    name: 'busy_coupon_site',
    type: 'coupon',
    conversions: 62,
    why: 'The largest coupon site: many orders, each figure at the type’s usual level.',
    inCartShare: 0.14,
  },
  {
    name: 'viral_post',
    type: 'influencer',
    conversions: 24,
    why: 'One post brought many lookers within a week.',
    clicksMultiple: 2,
  },
  {
    name: 'coarse_clock',
    type: 'other',
    conversions: 27,
    why: 'Its own link server writes whole minutes, so no delay can be told.',
    minuteStamps: true,
  },
  {
    name: 'app_readers',
    type: 'content',
    conversions: 34,
    why: 'Many of its readers come from an app, which sends no referrer.',
    noReferrerShare: 0.2,
  },
  {
    name: 'regulars_club',
    type: 'loyalty',
    conversions: 40,
    why: 'Members are the shop’s regulars; first orders are rare but not absent.',
    newShare: 0.12,
  },
];
