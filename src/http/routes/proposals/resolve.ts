import { z } from 'zod';
import { findProposal } from '../../../../db/queries/proposals/find-proposal.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { ProposalView } from '../../../domain/proposals/proposal-view.ts';
import { Resolution, resolve } from '../../../gate/resolve.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const resolveRoute = defineApiRoute({
  method: 'post',
  path: '/api/proposals/:id/resolve',
  role: 'approver',
  tag: 'proposals',
  summary:
    'Say what became of a delivery whose answer was lost or refused: it arrived, send again, or give up.',
  params: ById,
  body: z.strictObject({ resolution: Resolution, comment: textIn(4_000) }),
  answer: ProposalView,
  async handle({ params, body, by }, { pools, policy, now }) {
    await resolve(pools.app, { proposalId: params.id, ...body }, by, { now: now(), policy });
    const proposal = await findProposal(pools.app, params.id);
    if (!proposal) throw new Refusal('proposal_unknown', 'There is no such proposal.');
    return proposal;
  },
});
