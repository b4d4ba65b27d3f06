import { Command } from 'commander';
import { refreshSketches } from '../../../db/queries/fraud/refresh-sketches.ts';
import { fraudReport } from '../../reports/fraud-report.ts';
import type { CommandContext } from '../context.ts';
import { parseTime } from '../parse-time.ts';
import { printJson } from '../print.ts';
import { printFraud, printPartnerScore } from '../print-fraud.ts';
import { withDatabase } from '../with-database.ts';

export function fraudCommand(context: CommandContext): Command {
  return new Command('fraud')
    .description('score every partner: time to conversion, waiting baskets, stuffing, click fraud')
    .option('--as-of <time>', 'score what was known at this moment (ISO 8601)', parseTime)
    .option('--explain <partner>', 'one partner with its histogram, windows and orders')
    .option('--json', 'print {asOf, baseline[], partners[]}')
    .action((options: { asOf?: Date; explain?: string; json?: true }) =>
      withDatabase(context, async ({ pools }) => {
        await refreshSketches(pools.app);
        const report = await fraudReport(pools.app, {
          asOf: options.asOf ?? null,
          now: context.now(),
          policy: context.policy.fraud,
          explain: options.explain ?? null,
        });
        if (options.json) printJson(report);
        else if (report.explained) printPartnerScore(report.explained);
        else printFraud(report);
      }),
    );
}
