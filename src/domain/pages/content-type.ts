import { z } from 'zod';

/** What a page is. The order is that of the weights; a new one goes to the end. */
export const CONTENT_TYPES = [
  'review_single_product',
  'comparison_tested',
  'how_to',
  'listicle_low_value',
  'listicle_curated',
  'gift_guide',
  'coupon_site',
  'merchant_coupon_page',
  'deal_aggregator',
  'forum_or_ugc',
  'product',
  'listing',
  'merchant_home',
  'other_editorial',
  'other',
] as const;

export const ContentType = z.enum(CONTENT_TYPES);
export type ContentType = z.infer<typeof ContentType>;
