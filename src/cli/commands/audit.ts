import { Command } from 'commander';
import { verifyAudit } from '../../../db/queries/audit/verify-audit.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function auditCommand(context: CommandContext): Command {
  const audit = new Command('audit').description('the audit log');
  audit
    .command('verify')
    .description('walk the hash chain; exit 1 when a row was changed, added or removed')
    .option('--json', 'print {rows, ok, firstBad}')
    .action(async (options: { json?: true }) => {
      const result = await withDatabase(context, ({ pools }) => verifyAudit(pools.app));
      if (options.json) printJson(result);
      else if (result.ok) printLine(`${result.rows} rows, unbroken.`);
      else
        printLine(`Broken at row ${result.firstBad}: it was changed, added or removed after it was written.`);
      if (!result.ok) process.exitCode = 1;
    });
  return audit;
}
