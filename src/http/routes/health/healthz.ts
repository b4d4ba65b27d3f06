import { z } from 'zod';
import { defineRawRoute } from '../../define-raw-route.ts';

const Alive = z.strictObject({ status: z.literal('ok') });

/** The process is there. Says nothing about the database, so that a restart is not the answer to its absence. */
export const healthz = defineRawRoute({
  method: 'get',
  path: '/healthz',
  role: 'public',
  tag: 'health',
  summary: 'The process answers.',
  counted: false,
  answers: { 200: { says: 'It does.', contentType: 'application/json', schema: Alive } },
  async serve(_request, response) {
    response.setHeader('Cache-Control', 'no-store').json({ status: 'ok' });
  },
});
