import assert from 'node:assert';
import { z } from 'zod';
import { addSource } from '../../../../db/queries/coupons/add-source.ts';
import { listSources } from '../../../../db/queries/coupons/list-sources.ts';
import { partnerState } from '../../../../db/queries/partners/partner-state.ts';
import { CouponSourceItem } from '../../../domain/coupons/coupon-items.ts';
import { Refusal } from '../../../domain/errors.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { siteOf } from '../../../intake/coupons/site-of.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const addCouponSourceRoute = defineApiRoute({
  method: 'post',
  path: '/api/coupon-sources',
  role: 'approver',
  tag: 'coupons',
  summary: 'Watch a page, a search or a feed for codes from now on; the first check is due at once.',
  body: z.strictObject({
    url: textIn(2_000),
    kind: z.enum(['page', 'search', 'feed']).default('page'),
    /** Whose site it is; null or absent to take the partner with this website, if any. */
    partnerId: textIn(200).nullable().default(null),
    /** 5 minutes to 30 days; the policy's interval when absent. */
    everyMinutes: z.int().min(5).max(43_200).optional(),
  }),
  answer: CouponSourceItem,
  status: 201,
  async handle({ body, by }, { pools, policy, now }) {
    const publisher = siteOf(body.url);
    if (publisher === null)
      throw new Refusal(
        'input_invalid',
        'A source is an address of the web that begins with https:// or http://.',
      );
    if (body.partnerId !== null && (await partnerState(pools.app, body.partnerId, null)) === null)
      throw new Refusal('partner_unknown', 'There is no such partner.');
    const { sourceId } = await addSource(pools.app, {
      url: body.url,
      kind: body.kind,
      publisher,
      partnerId: body.partnerId,
      everyMinutes: body.everyMinutes ?? policy.leaks.checkEveryMinutes,
      addedBy: by.name,
      isSimulated: false,
      now: now(),
    });
    const { items } = await listSources(pools.app, { cursor: null, limit: 1, sourceId });
    assert(items[0], 'it was added just now');
    return items[0];
  },
});
