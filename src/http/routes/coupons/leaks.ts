import { z } from 'zod';
import { listLeaks } from '../../../../db/queries/coupons/list-leaks.ts';
import { LeakItem } from '../../../domain/coupons/coupon-items.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { LeakVerdict } from '../../../domain/leaks/leak-facts.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const leaksRoute = defineApiRoute({
  method: 'get',
  path: '/api/leaks',
  role: 'viewer',
  tag: 'coupons',
  summary:
    'Codes of ours on pages that may not show them, the newest first, with the verdict and what was asked for.',
  query: PageQuery.extend({ state: z.enum(['open', 'closed']).optional(), verdict: LeakVerdict.optional() }),
  answer: pageOf(LeakItem),
  async handle({ query: { cursor, limit, state, verdict } }, { pools }) {
    const { items, nextCursor } = await listLeaks(pools.app, {
      cursor: cursor ?? null,
      limit,
      state: state ?? null,
      verdict: verdict ?? null,
      caseId: null,
      all: verdict !== undefined,
    });
    return { items: items.map(({ observed: _observed, facts: _facts, ...item }) => item), nextCursor };
  },
});
