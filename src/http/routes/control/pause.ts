import { z } from 'zod';
import { setPaused } from '../../../../db/queries/control/set-paused.ts';
import { defineApiRoute } from '../../define-api-route.ts';

const Paused = z.strictObject({ paused: z.boolean() });

export const pauseRoute = defineApiRoute({
  method: 'post',
  path: '/api/pause',
  role: 'approver',
  tag: 'control',
  summary: 'Kill switch: from now on nothing is executed or sent.',
  answer: Paused,
  async handle({ by }, { pools }) {
    await setPaused(pools.app, true, by.name);
    return { paused: true };
  },
});
