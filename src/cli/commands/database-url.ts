import { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { printJson, printLine } from '../print.ts';

export function databaseUrlCommand({ openDatabase }: CommandContext): Command {
  return new Command('database-url')
    .description('print how to reach the database in use; the embedded server is started and left running')
    .option('--json', 'print {url}')
    .action(async (options: { json?: true }) => {
      const database = await openDatabase({ leaveRunning: true });
      if (options.json) printJson({ url: database.url });
      else printLine(database.url);
      await database.close();
    });
}
