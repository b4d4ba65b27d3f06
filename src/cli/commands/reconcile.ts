import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { countExceptions } from '../../../db/queries/reconciliation/count-exceptions.ts';
import { countSaleChecks } from '../../../db/queries/reconciliation/count-sale-checks.ts';
import { readSummary } from '../../../db/queries/reconciliation/read-summary.ts';
import { streamResult } from '../../../db/queries/reconciliation/stream-result.ts';
import { withReconciliation } from '../../../db/queries/reconciliation/with-reconciliation.ts';
import type { CommandContext } from '../context.ts';
import { parseTime } from '../parse-time.ts';
import { printReconciliation } from '../print-reconciliation.ts';
import { withDatabase } from '../with-database.ts';

export function reconcileCommand(context: CommandContext): Command {
  return new Command('reconcile')
    .description('commissions against what came back: what is earned, reversed, locked, to claw back')
    .option(
      '--as-of <time>',
      'reckon with what had happened by this moment (ISO 8601; now when absent)',
      parseTime,
    )
    .option(
      '--json',
      'print {asOf, windowDays, totals{}, lines[], clawbacks[], leakage{}, band{}, exceptions[], checks[]}',
    )
    .action((options: { asOf?: Date; json?: true }) =>
      withDatabase(context, async ({ pools }) => {
        const now = context.now();
        const asOf = options.asOf ?? now;
        const policy = context.policy.reconciliation;
        const { windowDays } = policy;
        await withReconciliation(pools.app, { asOf, now, policy }, async (transaction) => {
          if (options.json) {
            const pieces = Readable.from(streamResult(transaction, { asOf, now, policy }));
            await pipeline(pieces, process.stdout, { end: false });
          } else {
            const summary = await readSummary(transaction, { asOf, windowDays });
            printReconciliation(
              summary,
              await countExceptions(transaction, { asOf, now }),
              await countSaleChecks(transaction),
            );
          }
        });
      }),
    );
}
