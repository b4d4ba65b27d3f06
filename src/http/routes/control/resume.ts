import { z } from 'zod';
import { setPaused } from '../../../../db/queries/control/set-paused.ts';
import { defineApiRoute } from '../../define-api-route.ts';

const Paused = z.strictObject({ paused: z.boolean() });

export const resumeRoute = defineApiRoute({
  method: 'post',
  path: '/api/resume',
  role: 'approver',
  tag: 'control',
  summary: 'Release the kill switch; what was approved meanwhile goes out.',
  answer: Paused,
  async handle({ by }, { pools }) {
    await setPaused(pools.app, false, by.name);
    return { paused: false };
  },
});
