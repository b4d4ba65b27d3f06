import { Command, Option } from 'commander';
import { createSignInLink } from '../../../db/queries/auth/create-sign-in-link.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function loginLinkCommand(context: CommandContext): Command {
  return new Command('login-link')
    .description('a sign-in link for the page; it works once')
    .addOption(
      new Option('--role <role>', 'what the person may do')
        .choices(['viewer', 'approver', 'admin'])
        .default('admin'),
    )
    .option(
      '--name <name>',
      'the person’s name, under which decisions are recorded; the role’s name when absent',
    )
    .option('--json', 'print {url}')
    .action(async (options: { role: 'viewer' | 'approver' | 'admin'; name?: string; json?: true }) => {
      const token = await withDatabase(context, ({ pools }) =>
        createSignInLink(pools.app, {
          name: options.name ?? options.role,
          role: options.role,
          now: context.now(),
        }),
      );
      const { host, port } = context.config.http;
      const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/sign-in/${token}`;
      if (options.json) printJson({ url });
      else printLine(url);
    });
}
