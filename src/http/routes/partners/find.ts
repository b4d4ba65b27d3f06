import { z } from 'zod';
import { findPartnerDetail } from '../../../../db/queries/partners/find-partner-detail.ts';
import { Refusal } from '../../../domain/errors.ts';
import { PartnerDetail } from '../../../domain/http/partner-view.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const partnerRoute = defineApiRoute({
  method: 'get',
  path: '/api/partners/:id',
  role: 'viewer',
  tag: 'partners',
  summary: 'One partner: figures by network and currency, what is held or blocked, its newest proposals.',
  params: z.strictObject({ id: textIn(200) }),
  answer: PartnerDetail,
  async handle({ params }, { pools }) {
    const partner = await findPartnerDetail(pools.app, params.id);
    if (!partner) throw new Refusal('partner_unknown', 'There is no such partner.');
    return partner;
  },
});
