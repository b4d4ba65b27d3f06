import { CommanderError } from 'commander';
import { createProgram } from './cli/program.ts';
import { createContext } from './composition/create-context.ts';
import { readConfig } from './config.ts';
import { Refusal, type RefusalCode } from './domain/errors.ts';
import { createLogger } from './logger.ts';
import { readPolicy } from './policy-file.ts';

/** What the person at the keyboard got wrong, as against what went wrong. */
const USAGE: readonly RefusalCode[] = ['workflow_unknown', 'format_unknown', 'input_invalid'];

/** The composition root: configuration once, then every door is handed its part. */
async function main(): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  // The bin that started us holds the other end: when it dies, even by kill -9, we stop in good order.
  process.once('disconnect', () => stopping.abort());

  const config = readConfig(process.env);
  const log = createLogger(config.logLevel, { isTerminal: process.stderr.isTTY });
  const policy = readPolicy(config.policyFile, config.dataFolder);
  const program = createProgram(createContext({ config, log, policy, stopping: stopping.signal }));
  await program.parseAsync(process.argv);
  return Number(process.exitCode ?? 0);
}

/** @returns 0 done, 1 failed, 2 wrong usage. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal) {
    process.stderr.write(`${error.sentence}\n`);
    return USAGE.includes(error.code) ? 2 : 1;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

// A pipe that is closed early (`… | head`) is the reader's choice, not our failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
if (process.connected) process.disconnect();
