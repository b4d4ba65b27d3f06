import { listProposals } from '../../../../db/queries/proposals/list-proposals.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { ProposalView } from '../../../domain/proposals/proposal-view.ts';
import { ProposalStatus } from '../../../domain/proposals/status.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const proposalsRoute = defineApiRoute({
  method: 'get',
  path: '/api/proposals',
  role: 'viewer',
  tag: 'proposals',
  summary: 'Proposals, newest first.',
  query: PageQuery.extend({
    status: ProposalStatus.optional(),
    kind: textIn(60).optional(),
    partner: textIn(200).optional(),
  }),
  answer: pageOf(ProposalView),
  handle: ({ query: { partner, ...filter } }, { pools }) =>
    listProposals(pools.app, { ...filter, partnerId: partner }),
});
