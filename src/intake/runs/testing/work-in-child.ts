import { createPools } from '../../../../db/pool.ts';
import { workRun } from '../work-run.ts';
import { testProcess } from './test-process.ts';

/** A process that works on one run, slowly and telling of each tool call, so that a test can kill it in the middle. */
const [url = '', runId = '', flagged = ''] = process.argv.slice(2);
const pools = createPools(url, { max: 5 });
const deps = testProcess(
  { pools },
  {
    flagged: flagged.split(','),
    onCall: async (tool) => {
      process.stdout.write(`${tool}\n`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  },
);
process.stdout.write(`${await workRun(deps, runId)}\n`);
await pools.end();
