import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { ServerAccount } from './server-account.ts';

export interface Outcome {
  /** `null` when the program could not be started or was ended by a signal. */
  readonly code: number | null;
  /** Both streams, in order of arrival, shortened to the last 20,000 characters. */
  readonly output: string;
}

/** All that a server program sees of the environment: nothing secret, one language, one clock. */
export const SERVER_ENVIRONMENT: Readonly<NodeJS.ProcessEnv> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a program to its end under the server's account, in `cwd`, giving it `input` on stdin. */
export function runAs(
  account: ServerAccount | null,
  command: readonly [string, ...string[]],
  { cwd, input = '' }: { cwd: string; input?: string },
): Promise<Outcome> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: SERVER_ENVIRONMENT,
      stdio: 'pipe',
      windowsHide: true,
      ...account,
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    // A program that ends before it has read its input breaks the pipe; its own words and exit code say why.
    child.stdin.on('error', () => child.stdin.destroy());
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
    child.stdin.end(input);
  });
}

/**
 * Writes a file of mode 0600 as the server's account. Root must not write into a folder of another user by itself:
 * it would follow links that were laid there.
 */
export async function writeAs(account: ServerAccount | null, path: string, text: string): Promise<void> {
  if (account === null) {
    await writeFile(path, text, { mode: 0o600 });
    return;
  }
  const command = ['/bin/sh', '-c', 'umask 077 && cat > "$1"', 'sh', path] as const;
  const written = await runAs(account, command, { cwd: '/', input: text });
  if (written.code !== 0) throw new Error(`${path} could not be written: ${written.output}`);
}
