import { correctableNetworks } from '../../../domain/connections/correctable-networks.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { DecisionRequest } from '../../../domain/http/decision-request.ts';
import { DecisionOutcome } from '../../../domain/proposals/decision-outcome.ts';
import { decide } from '../../../gate/decide.ts';
import { defineApiRoute } from '../../define-api-route.ts';
import { decisionInput } from '../../requests/decision-input.ts';

export const decideRoute = defineApiRoute({
  method: 'post',
  path: '/api/proposals/:id/decision',
  role: 'approver',
  tag: 'proposals',
  summary: 'Decide a proposal as it was shown. Whoever comes second is told who came first.',
  params: ById,
  body: DecisionRequest,
  answer: DecisionOutcome,
  handle: ({ params, body, by }, { pools, policy, smtp = false, connections = [], now }) =>
    decide(pools.app, decisionInput(params.id, body), by, {
      now: now(),
      policy,
      smtp,
      networks: correctableNetworks(connections),
    }),
});
