import { Command, Option } from 'commander';
import { listProposals } from '../../../db/queries/proposals/list-proposals.ts';
import { ProposalStatus } from '../../domain/proposals/status.ts';
import type { CommandContext } from '../context.ts';
import { moneyText } from '../money-text.ts';
import { printJson, printLine } from '../print.ts';
import { printTable } from '../print-table.ts';
import { withDatabase } from '../with-database.ts';

export function proposalsCommand(context: CommandContext): Command {
  return new Command('proposals')
    .description('the queue')
    .addOption(new Option('--status <status>', 'only these').choices(ProposalStatus.options))
    .option('--cursor <cursor>', 'the next page, as the last one named it')
    .option('--json', 'print {items, nextCursor}')
    .action(async (options: { status?: ProposalStatus; cursor?: string; json?: true }) => {
      const page = await withDatabase(context, ({ pools }) =>
        listProposals(pools.app, {
          status: options.status ?? null,
          kind: null,
          cursor: options.cursor ?? null,
          limit: 100,
        }),
      );
      if (options.json) return printJson(page);
      if (page.items.length === 0) return printLine('Nothing waits here.');
      printTable(page.items, [
        { heading: 'id', cell: (item) => item.id },
        { heading: 'status', cell: (item) => item.status },
        { heading: 'what', cell: (item) => item.title },
        { heading: 'at stake', cell: (item) => moneyText(item.money) },
        { heading: 'approvals', cell: (item) => item.approvalsNeeded },
        { heading: 'expires', cell: (item) => item.expiresAt },
      ]);
      if (page.nextCursor !== null) printLine(`More: --cursor ${page.nextCursor}`);
    });
}
