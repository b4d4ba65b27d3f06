import { Command, Option } from 'commander';
import { createToken } from '../../../db/queries/auth/create-token.ts';
import { revokeToken } from '../../../db/queries/auth/revoke-token.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine, printNote } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function tokenCommand(context: CommandContext): Command {
  const token = new Command('token').description('API tokens, one a person or program');
  token
    .command('create')
    .description('make a token; it is shown once and stored only as a hash')
    .addOption(
      new Option('--role <role>', 'what it may do')
        .choices(['viewer', 'approver', 'admin'])
        .makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'whose it is; decisions are recorded under this name')
    .option('--json', 'print {token}')
    .action(async (options: { role: 'viewer' | 'approver' | 'admin'; name: string; json?: true }) => {
      const made = await withDatabase(context, ({ pools }) =>
        createToken(pools.app, { name: options.name, role: options.role, now: context.now() }),
      );
      if (options.json) printJson({ token: made });
      else printLine(made);
    });
  token
    .command('revoke')
    .description('a revoked token stops working at once')
    .argument('<name>', 'whose token')
    .action(async (name: string) => {
      await withDatabase(context, ({ pools }) => revokeToken(pools.app, name, context.now()));
      printNote(`The token of ${name} is revoked.`);
    });
  return token;
}
