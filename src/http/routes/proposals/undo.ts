import { z } from 'zod';
import { ById } from '../../../domain/http/by-id.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { DecisionOutcome } from '../../../domain/proposals/decision-outcome.ts';
import { undo } from '../../../gate/undo.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const undoRoute = defineApiRoute({
  method: 'post',
  path: '/api/proposals/:id/undo',
  role: 'approver',
  tag: 'proposals',
  summary: 'Take the last decision back while its effect has not left.',
  params: ById,
  body: z.strictObject({ comment: textIn(4_000).optional() }).default({}),
  answer: DecisionOutcome,
  handle: ({ params, body, by }, { pools, policy, now }) =>
    undo(pools.app, { proposalId: params.id, comment: body.comment ?? null }, by, { now: now(), policy }),
});
