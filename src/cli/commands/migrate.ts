import { Command } from 'commander';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';

export function migrateCommand({ openDatabase }: CommandContext): Command {
  return new Command('migrate').description('bring the database schema up to date').action(async () => {
    const database = await openDatabase();
    await database.close();
    printNote('The schema is up to date.');
  });
}
