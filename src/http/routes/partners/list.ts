import { listPartners } from '../../../../db/queries/partners/list-partners.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { PartnerView } from '../../../domain/http/partner-view.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const partnersRoute = defineApiRoute({
  method: 'get',
  path: '/api/partners',
  role: 'viewer',
  tag: 'partners',
  summary: 'Partners by name; `q` looks in name, id and website.',
  query: PageQuery.extend({ q: textIn(200).optional(), cursor: textIn(1_000).optional() }),
  answer: pageOf(PartnerView),
  handle: ({ query: { q, cursor, limit } }, { pools }) =>
    listPartners(pools.app, { search: q || null, cursor: cursor ?? null, limit }),
});
