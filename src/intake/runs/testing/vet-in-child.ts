import { createPools } from '../../../../db/pool.ts';
import { callTool } from '../../../../tools/call-tool.ts';
import { workRun } from '../work-run.ts';
import { testProcess } from './test-process.ts';

/** A process that works on a run of vetting, telling of each tool call before it is made, so that a test can kill it in the middle. */
const [url = '', runId = ''] = process.argv.slice(2);
const pools = createPools(url, { max: 5 });
const deps = testProcess(
  { pools },
  { flagged: [] },
  {
    callTool: async (tool, input, context) => {
      process.stdout.write(`${tool.name}\n`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      return callTool(tool, input, context);
    },
  },
);
process.stdout.write(`${await workRun(deps, runId)}\n`);
await pools.end();
