import { listSources } from '../../../../db/queries/coupons/list-sources.ts';
import { CouponSourceItem } from '../../../domain/coupons/coupon-items.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const couponSourcesRoute = defineApiRoute({
  method: 'get',
  path: '/api/coupon-sources',
  role: 'viewer',
  tag: 'coupons',
  summary: 'The sites that are watched for codes, the newest first, with how the last check went.',
  query: PageQuery,
  answer: pageOf(CouponSourceItem),
  handle: ({ query: { cursor, limit } }, { pools }) =>
    listSources(pools.app, { cursor: cursor ?? null, limit }),
});
