import { z } from 'zod';
import { listRuns } from '../../db/queries/runs/list-runs.ts';
import { Run } from '../../src/domain/runs/run.ts';
import { defineTool } from '../define-tool.ts';

const RUNS_MAX = 3;

export const latestRuns = defineTool({
  name: 'runs_latest',
  description: 'The newest autonomous runs: when, how they ended, what they looked at, proposed and cost.',
  effect: 'reads',
  exposure: { strangersText: false, privateData: false },
  input: z.strictObject({ workflow: z.string().min(1).max(40).nullable() }),
  arguments: { workflow: 'CTRL' },
  output: z.object({ runs: z.array(Run).max(RUNS_MAX) }),
  limits: { seconds: 10 },

  async run({ workflow }, { db }) {
    return { runs: (await listRuns(db, { limit: RUNS_MAX, cursor: null, workflow })).items };
  },
});
