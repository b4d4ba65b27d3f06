import { Command } from 'commander';
import { listRuns } from '../../../db/queries/runs/list-runs.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine } from '../print.ts';
import { printTable } from '../print-table.ts';
import { withDatabase } from '../with-database.ts';

export function runsCommand(context: CommandContext): Command {
  return new Command('runs')
    .description('what ran, when, and what came of it')
    .option('--json', 'print {items, nextCursor}')
    .action(async (options: { json?: true }) => {
      const page = await withDatabase(context, ({ pools }) =>
        listRuns(pools.app, { limit: 50, cursor: null }),
      );
      if (options.json) return printJson(page);
      if (page.items.length === 0)
        return printLine('Nothing has run yet. `marginkeeper run fraud` runs one workflow now.');
      printTable(page.items, [
        { heading: 'run', cell: (run) => run.id },
        { heading: 'workflow', cell: (run) => run.workflow },
        { heading: 'status', cell: (run) => run.status },
        { heading: 'started', cell: (run) => run.startedAt },
        { heading: 'finished', cell: (run) => run.finishedAt },
        { heading: 'proposals', cell: (run) => run.proposals },
      ]);
    });
}
