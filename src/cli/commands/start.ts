import { Command } from 'commander';
import type { CommandContext } from '../context.ts';

/** Everything in one process: database, demo programme, first runs, worker, page. */
export function startCommand({ services }: CommandContext): Command {
  return new Command('start')
    .description('start everything: database, demo programme, worker and page (http://127.0.0.1:3000)')
    .option('--no-demo', 'do not load the demo programme into an empty database')
    .action((options: { demo: boolean }) => services.serve({ work: true, demo: options.demo }));
}
