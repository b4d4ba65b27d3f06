import { z } from 'zod';
import { findRun } from '../../../../db/queries/runs/find-run.ts';
import { Refusal } from '../../../domain/errors.ts';
import { textIn } from '../../../domain/http/text-in.ts';
import { RunDetail } from '../../../domain/runs/run.ts';
import { requestRun } from '../../../intake/runs/request-run.ts';
import { defineApiRoute } from '../../define-api-route.ts';

export const requestRunRoute = defineApiRoute({
  method: 'post',
  path: '/api/runs',
  role: 'approver',
  tag: 'runs',
  summary: 'Ask for a run of a workflow now; a worker takes it up.',
  body: z.strictObject({ workflow: textIn(40) }),
  answer: RunDetail,
  status: 202,
  async handle({ body, by }, { pools }) {
    const runId = await requestRun(pools.app, { ...body, cause: 'person', requestedBy: by.name });
    const run = await findRun(pools.app, runId);
    if (!run) throw new Refusal('run_unknown', 'The run was removed at once.', { runId });
    return run;
  },
});
