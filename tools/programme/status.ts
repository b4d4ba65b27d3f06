import { z } from 'zod';
import { findControl } from '../../db/queries/control/find-control.ts';
import { latestScoring } from '../../db/queries/fraud/latest-scoring.ts';
import { findProgramme } from '../../db/queries/programme/find-programme.ts';
import { countWaiting } from '../../db/queries/proposals/count-waiting.ts';
import { defineTool } from '../define-tool.ts';

export const programmeStatus = defineTool({
  name: 'programme_status',
  description:
    'The programme as a whole: name, currency, whether everything is paused, how much waits, how the last fraud scoring came out.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: true },
  input: z.strictObject({}),
  arguments: {},
  output: z.object({
    programme: z.object({ name: z.string(), currency: z.string(), isDemo: z.boolean() }).nullable(),
    paused: z.boolean(),
    pausedBy: z.string().nullable(),
    waiting: z.int(),
    /** Partners by verdict of the newest scoring; null before the first. */
    verdicts: z.record(z.string(), z.int()).nullable(),
    scoredAsOf: z.iso.datetime().nullable(),
  }),
  limits: { seconds: 10 },

  async run(_input, { db }) {
    const programme = await findProgramme(db);
    const control = await findControl(db);
    const waiting = await countWaiting(db);
    const scoring = await latestScoring(db);
    return {
      programme: programme && {
        name: programme.name,
        currency: programme.currency,
        isDemo: programme.is_demo,
      },
      paused: control.paused,
      pausedBy: control.paused ? control.changed_by : null,
      waiting: waiting.reduce((sum, { count }) => sum + count, 0),
      verdicts: scoring?.verdicts ?? null,
      scoredAsOf: scoring?.asOf ?? null,
    };
  },
});
