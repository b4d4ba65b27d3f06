import { Command } from 'commander';
import type { CommandContext } from '../context.ts';

export function workCommand({ services }: CommandContext): Command {
  return new Command('work')
    .description('run schedules, runs and deliveries only; any number of these share one database')
    .action(() => services.work());
}
