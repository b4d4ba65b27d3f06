import { z } from 'zod';
import { removeSource } from '../../../../db/queries/coupons/remove-source.ts';
import { Refusal } from '../../../domain/errors.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const removeCouponSourceRoute = defineApiRoute({
  method: 'delete',
  path: '/api/coupon-sources/:id',
  role: 'approver',
  tag: 'coupons',
  summary: 'Watch a site no more. What was seen on it stays.',
  params: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  async handle({ params: { id } }, { pools, now }) {
    if (!(await removeSource(pools.app, id, now())))
      throw new Refusal('source_unknown', 'No such source is watched.');
    return { id, removed: true as const };
  },
});
