import { Command } from 'commander';
import { findRun } from '../../../db/queries/runs/find-run.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function runCommand(context: CommandContext): Command {
  return new Command('run')
    .description('one autonomous run of a workflow, now')
    .argument('<workflow>', 'fraud, inbox or vetting')
    .option('--json', 'print the run')
    .action(async (workflow: string, options: { json?: true }) => {
      const run = await withDatabase(context, async (database) =>
        findRun(database.pools.app, await context.services.runNow(database, workflow)),
      );
      if (options.json) printJson(run);
      else if (run) printLine(`${run.workflow}: ${run.status}, ${run.proposals} new proposals.`);
      if (run?.status !== 'succeeded') process.exitCode = 1;
    });
}
