import assert from 'node:assert';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MailLimits } from '../mail-limits.ts';
import type { ReadMail, ThreadMessage, ThreadRequest } from './thread-message.ts';

/** One started thread. */
export interface Reader {
  /**
   * @returns null when the thread did not manage it in time, or died of it: then it is gone, and another must be started.
   */
  read(bytes: Uint8Array, limits: MailLimits, milliseconds: number): Promise<ReadMail | null>;
  end(): Promise<void>;
}

/** Smaller ones are copied to the thread; larger ones change hands where their memory is their own. */
const MOVED_BYTES_MIN = 256 * 1024;

/** Starts a thread and waits until it is ready, so that no mail pays for that. */
export async function startReader(limits: MailLimits): Promise<Reader> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    // What this process was started with (--eval, an inspector) is not meant for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const [ready] = (await once(worker, 'message')) as [ThreadMessage];
  assert(ready.is === 'ready', `the reading thread began with ${ready.is}`);
  // An idle thread does not keep the process alive; one that reads is awaited with a timer, which does.
  worker.unref();

  return {
    async read(bytes, mailLimits, milliseconds) {
      const request: ThreadRequest = { bytes, limits: mailLimits };
      const isMoved = bytes.byteLength >= MOVED_BYTES_MIN && bytes.byteLength === bytes.buffer.byteLength;
      const answered = answerOf(worker, milliseconds);
      worker.postMessage(request, isMoved ? [bytes.buffer as ArrayBuffer] : []);
      const mail = await answered;
      if (mail === null) await worker.terminate();
      return mail;
    },
    async end() {
      await worker.terminate();
    },
  };
}

function answerOf(worker: Worker, milliseconds: number): Promise<ReadMail | null> {
  return new Promise((resolve) => {
    const settle = (mail: ReadMail | null): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onEnd);
      worker.off('exit', onEnd);
      resolve(mail);
    };
    const onMessage = (message: ThreadMessage): void => settle(message.is === 'read' ? message : null);
    const onEnd = (): void => {
      // A thread that ran out of memory says so a second time; nobody waits for it any more.
      worker.on('error', () => undefined);
      settle(null);
    };
    const timer = setTimeout(() => settle(null), milliseconds);
    worker.on('message', onMessage);
    worker.on('error', onEnd);
    worker.on('exit', onEnd);
  });
}
