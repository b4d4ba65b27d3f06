import { z } from 'zod';
import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { proposalLines } from '../../../../db/queries/proposals/proposal-lines.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { ProposalLineView } from '../../../domain/proposals/proposal-view.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const proposalLinesRoute = defineApiRoute({
  method: 'get',
  path: '/api/proposals/:id/lines',
  role: 'viewer',
  tag: 'proposals',
  summary: 'The conversions a proposal touches, 200 a page.',
  params: ById,
  query: z.strictObject({ cursor: textIn(800).optional() }),
  answer: pageOf(ProposalLineView),
  async handle({ params, query }, { pools }) {
    const page = await proposalLines(pools.app, params.id, query.cursor ?? null);
    // Most proposals have lines, so the proposal itself is looked for only when there are none.
    if (page.items.length === 0 && !(await findProposal(pools.app, params.id))) {
      throw new Refusal('proposal_unknown', 'There is no such proposal.');
    }
    return page;
  },
});
