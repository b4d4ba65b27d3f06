import { PolicyView } from '../../../domain/http/policy-view.ts';
import { NEVER_AUTOMATIC, POLICY_ENTRIES } from '../../../domain/policies.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const policyRoute = defineApiRoute({
  method: 'get',
  path: '/api/policy',
  role: 'viewer',
  tag: 'programme',
  summary: 'The policy in force: what may pass without a person (nothing, by default), limits, schedules.',
  answer: PolicyView,
  handle: async (_asked, { policy }) => ({
    ...policy,
    neverAutomaticKinds: [...NEVER_AUTOMATIC],
    entries: [...POLICY_ENTRIES],
  }),
});
