import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { ProposalView } from '../../../domain/proposals/proposal-view.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const proposalRoute = defineApiRoute({
  method: 'get',
  path: '/api/proposals/:id',
  role: 'viewer',
  tag: 'proposals',
  summary: 'One proposal with its evidence and every decision on it.',
  params: ById,
  answer: ProposalView,
  async handle({ params }, { pools }) {
    const proposal = await findProposal(pools.app, params.id);
    if (!proposal) throw new Refusal('proposal_unknown', 'There is no such proposal.');
    return proposal;
  },
});
