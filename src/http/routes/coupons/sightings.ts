import { z } from 'zod';
import { listSightings } from '../../../../db/queries/coupons/list-sightings.ts';
import { SightingItem } from '../../../domain/coupons/coupon-items.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const sightingsRoute = defineApiRoute({
  method: 'get',
  path: '/api/sightings',
  role: 'viewer',
  tag: 'coupons',
  summary: 'Codes that watched pages show or showed, the newest first, with which of ours each means.',
  query: PageQuery.extend({ state: z.enum(['showing', 'gone']).optional() }),
  answer: pageOf(SightingItem),
  handle: ({ query: { cursor, limit, state } }, { pools }) =>
    listSightings(pools.app, { cursor: cursor ?? null, limit, state: state ?? null }),
});
