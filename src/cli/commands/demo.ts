import { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';
import { startProgress } from '../progress.ts';
import { withDatabase } from '../with-database.ts';

export function demoCommand(context: CommandContext): Command {
  return new Command('demo')
    .description('load the demo programme: real orders of a UK retailer, a simulated partner layer over them')
    .action(async () => {
      const progress = startProgress('demo');
      const loaded = await withDatabase(context, (database) =>
        context.services.loadDemo(database, (done, total, what) => progress.update(done, total, what)),
      ).finally(() => progress.end());
      printNote(
        loaded ? 'The demo programme is loaded.' : 'The demo programme was already there; nothing changed.',
      );
    });
}
