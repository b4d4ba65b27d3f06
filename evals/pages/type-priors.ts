import type { ContentType } from '../../src/domain/pages/content-type.ts';

/**
 * How common kinds are among the pages that partners show, against each other. Every kind is learnt from as many pages;
 * without these, the rarer ones take every page that is like nothing in particular. Set by judgement, not measured.
 */
export const TYPE_PRIORS: Readonly<Record<ContentType, number>> = {
  review_single_product: 1.5,
  comparison_tested: 2,
  how_to: 2,
  listicle_low_value: 1.5,
  listicle_curated: 0.5,
  gift_guide: 0.5,
  coupon_site: 0.7,
  merchant_coupon_page: 1,
  deal_aggregator: 0.7,
  forum_or_ugc: 1,
  product: 2,
  listing: 2,
  merchant_home: 1,
  other_editorial: 2,
  other: 1.5,
};
