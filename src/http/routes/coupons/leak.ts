import { z } from 'zod';
import { listLeaks } from '../../../../db/queries/coupons/list-leaks.ts';
import { readPageBody } from '../../../../db/queries/coupons/read-page-body.ts';
import { LeakDetail } from '../../../domain/coupons/coupon-items.ts';
import { Refusal } from '../../../domain/errors.ts';
import { pageWords } from '../../../intake/coupons/page-words.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const leakRoute = defineApiRoute({
  method: 'get',
  path: '/api/leaks/:id',
  role: 'viewer',
  tag: 'coupons',
  summary: 'One leak: what our records say of it, and the page’s words before and after the code went.',
  params: z.strictObject({ id: z.uuid() }),
  answer: LeakDetail,
  async handle({ params: { id } }, { pools }) {
    const filter = { cursor: null, limit: 1, state: null, verdict: null, all: true } as const;
    const { items } = await listLeaks(pools.app, { ...filter, caseId: id });
    const [leak] = items;
    if (!leak) throw new Refusal('sighting_unknown', 'There is no such leak.');
    const words = async (sha256: string | null) => {
      const body = sha256 === null ? null : await readPageBody(pools.app, sha256);
      return sha256 === null || body === null ? null : { sha256, text: pageWords(body, leak.observed) };
    };
    return { ...leak, before: await words(leak.beforeSha256), after: await words(leak.afterSha256) };
  },
});
