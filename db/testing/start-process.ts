import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ProcessLine, ProcessOrder } from './approving-process.ts';

export interface StartedProcess {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly lines: readonly ProcessLine[];
  /** Resolves with the first line that fits, already said or still to come; rejects when it ends before. */
  said(fits: (line: ProcessLine) => boolean): Promise<void>;
  /** Resolves when it has ended and all it said was read. */
  readonly ended: Promise<void>;
}

/** Starts `approving-process.ts`; what it writes to stderr is shown. */
export function startProcess(order: ProcessOrder): StartedProcess {
  const script = new URL('approving-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--no-warnings', script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: ProcessLine[] = [];
  const waiting = new Set<() => void>();
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (text) => {
    lines.push(JSON.parse(text));
    for (const look of waiting) look();
  });
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(() => undefined);
  return {
    child,
    lines,
    ended,
    said: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!lines.some(fits)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        ended.then(() => reject(new Error('the process ended first')));
        look();
      }),
  };
}
