import { Command } from 'commander';
import { runScript } from '../run-script.ts';

export function benchCommand(): Command {
  return new Command('bench')
    .description(
      'the benchmarks of evals/bench: ratios against a baseline of the same run, with medians and spread',
    )
    .argument('[name]', 'one benchmark; all when absent')
    .option('--json', 'print the ratios')
    .action(async (name: string | undefined, options: { json?: true }) => {
      process.exitCode = await runScript('evals/bench/run.ts', [
        ...(name ? [name] : []),
        ...(options.json ? ['--json'] : []),
      ]);
    });
}
