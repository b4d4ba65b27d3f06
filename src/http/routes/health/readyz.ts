import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { answers } from '../../../../db/queries/health/answers.ts';
import { Refusal } from '../../../domain/errors.ts';
import { defineRawRoute } from '../../define-raw-route.ts';

/** A database slower than this is as good as away. */
const DATABASE_SECONDS_MAX = 2;

const Ready = z.strictObject({ ready: z.literal(true) });

/** Whether work may be sent here: loaded, and the database answers. Recovers by itself. */
export const readyz = defineRawRoute({
  method: 'get',
  path: '/readyz',
  role: 'public',
  tag: 'health',
  summary: 'The service takes work; 503 with the reason when it does not.',
  counted: false,
  answers: { 200: { says: 'It takes work.', contentType: 'application/json', schema: Ready } },
  async serve(_request, response, door) {
    const readiness = door.readiness();
    if (!readiness.ready) throw new Refusal('not_ready', readiness.reason);
    const timeUp = new AbortController();
    const tooSlow = sleep(DATABASE_SECONDS_MAX * 1_000, 'too slow' as const, {
      ref: false,
      signal: timeUp.signal,
    });
    const answered = answers(door.pools.app).then(() => 'in time' as const);
    try {
      if ((await Promise.race([answered, tooSlow])) === 'too slow') {
        throw new Refusal('not_ready', `The database has not answered for ${DATABASE_SECONDS_MAX} s.`);
      }
    } finally {
      timeUp.abort();
      // Whichever lost the race has nobody left who waits for it.
      void Promise.allSettled([answered, tooSlow]);
    }
    response.setHeader('Cache-Control', 'no-store').json({ ready: true });
  },
});
