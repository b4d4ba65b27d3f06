import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Application } from '../../../domain/vetting/application.ts';
import { TextReading } from '../../../domain/vetting/text-reading.ts';

export type ReadTexts = (applications: readonly Application[]) => Promise<TextReading[]>;

/** Below this many, waking another thread takes longer than it saves. */
const APPLICATIONS_MIN = 40;

/**
 * Reads every second application in a thread of its own, where there is a core for it and enough to read; the thread is
 * started at the first such list and ends with the process.
 *
 * @param read - what reads in this thread.
 * @throws whatever the other thread fails with.
 */
export function readOnTwoCores(read: ReadTexts): ReadTexts {
  let worker: Worker | null = null;
  return async (applications) => {
    if (applications.length < APPLICATIONS_MIN || availableParallelism() < 2) return read(applications);
    worker ??= new Worker(new URL('./reading-worker.ts', import.meta.url));
    worker.ref();
    const answer = once(worker, 'message');
    worker.postMessage(applications.filter((_, at) => at % 2 === 1));
    try {
      const [own, [others]] = await Promise.all([read(applications.filter((_, at) => at % 2 === 0)), answer]);
      const theirs = TextReading.array().parse(others);
      return applications.flatMap((_, at) => (at % 2 === 0 ? own[at / 2] : theirs[(at - 1) / 2]) ?? []);
    } finally {
      worker.unref();
    }
  };
}
