import { Command } from 'commander';
import type { CommandContext } from '../context.ts';

export function serveCommand({ services }: CommandContext): Command {
  return new Command('serve')
    .description('serve the page and the API only; runs and deliveries are left to `work`')
    .action(() => services.serve({ work: false, demo: false }));
}
