import { Command } from 'commander';
import { setPaused } from '../../../db/queries/control/set-paused.ts';
import { actingPerson } from '../acting-person.ts';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function pauseCommand(context: CommandContext): Command {
  return new Command('pause')
    .description('kill switch: from now on nothing is executed or sent')
    .action(() => switchTo(context, true));
}

export function resumeCommand(context: CommandContext): Command {
  return new Command('resume')
    .description('release the kill switch; what was approved meanwhile goes out')
    .action(() => switchTo(context, false));
}

/** Anybody at this machine may stop everything; the name is recorded when a token gives one. */
async function switchTo(context: CommandContext, paused: boolean): Promise<void> {
  await withDatabase(context, async (database) => {
    const by =
      context.config.cli.token === null ? 'command line' : (await actingPerson(context, database)).name;
    await setPaused(database.pools.app, paused, by);
  });
  printNote(paused ? 'Paused: nothing is executed or sent.' : 'Resumed.');
}
