import { listRuns } from '../../../../db/queries/runs/list-runs.ts';
import { PageQuery, pageOf } from '../../../domain/http/page-of.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { Run } from '../../../domain/runs/run.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const runsRoute = defineApiRoute({
  method: 'get',
  path: '/api/runs',
  role: 'viewer',
  tag: 'runs',
  summary: 'Runs, newest first.',
  query: PageQuery.extend({ workflow: textIn(40).optional() }),
  answer: pageOf(Run),
  handle: ({ query: { limit, cursor, workflow } }, { pools }) =>
    listRuns(pools.app, { limit, cursor: cursor ?? null, workflow: workflow ?? null }),
});
