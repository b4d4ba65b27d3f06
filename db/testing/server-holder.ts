import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const Held = z.object({ url: z.string(), started: z.boolean(), pid: z.int(), folder: z.string() });

export interface ServerHolder {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** What the process was given, once it has the server. */
  readonly held: Promise<z.infer<typeof Held>>;
  /** Lets the process release the server and end; waits until its streams are closed. */
  release(): Promise<void>;
  /** Ends the process without a chance to release. */
  kill(): Promise<void>;
}

/** Another process that holds the server of a data folder. */
export function holdServer(
  dataFolder: string,
  use: 'command' | 'service' | 'leave-running' = 'command',
): ServerHolder {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-server.ts'), dataFolder, use], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  const held = new Promise<z.infer<typeof Held>>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('\n')) resolve(Held.parse(JSON.parse(output)));
    });
    child.once('close', () => reject(new Error(`ended before it had the server: ${complaint}`)));
  });
  // Who kills a holder at once does not wait for what it holds.
  held.catch(() => undefined);
  const closed = once(child, 'close');
  return {
    child,
    held,
    release: async () => {
      child.stdin.end();
      await closed;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
