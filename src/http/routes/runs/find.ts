import { findRun } from '../../../../db/queries/runs/find-run.ts';
import { Refusal } from '../../../domain/errors.ts';
import { ById } from '../../../domain/http/by-id.ts';
import { RunDetail } from '../../../domain/runs/run.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const runRoute = defineApiRoute({
  method: 'get',
  path: '/api/runs/:id',
  role: 'viewer',
  tag: 'runs',
  summary: 'One run with its steps, tools, failures and cost.',
  params: ById,
  answer: RunDetail,
  async handle({ params }, { pools }) {
    const run = await findRun(pools.app, params.id);
    if (!run) throw new Refusal('run_unknown', 'There is no such run.');
    return run;
  },
});
