import { z } from 'zod';
import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { Precedent } from '../../../domain/precedents/precedent.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const precedentsRoute = defineApiRoute({
  method: 'get',
  path: '/api/proposals/:id/precedents',
  role: 'viewer',
  tag: 'proposals',
  summary: 'What people decided on the most similar cards of the same kind, most similar first.',
  params: ById,
  answer: z.strictObject({ items: z.array(Precedent) }),
  async handle({ params }, { pools, precedents }) {
    const proposal = await findProposal(pools.app, params.id);
    if (!proposal) throw new Refusal('proposal_unknown', 'There is no such proposal.');
    return { items: await precedents({ ...proposal, proposalId: proposal.id }) };
  },
});
