import { Command } from 'commander';
import { runScript } from '../run-script.ts';

/** Evals stand outside the product: they are started, never imported. */
export function evalCommand(): Command {
  return new Command('eval')
    .description('scoreboard of the evals against their thresholds')
    .argument('[suite]', 'one suite; all when absent')
    .option('--engine <engine>', 'embedded or model', 'embedded')
    .option('--json', 'print {suites}')
    .action(async (suite: string | undefined, options: { engine: string; json?: true }) => {
      const args = [
        ...(suite ? [suite] : []),
        '--engine',
        options.engine,
        ...(options.json ? ['--json'] : []),
      ];
      process.exitCode = await runScript('evals/run.ts', args);
    });
}
