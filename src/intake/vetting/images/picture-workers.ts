import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PictureTask } from './picture-worker.ts';
import type { PictureRead } from './read-picture.ts';

/** Threads that decode and measure pictures, so that a server goes on answering meanwhile. */
export interface PictureWorkers {
  /** Never throws for a bad picture. */
  read(bytes: Uint8Array, options?: { readonly withShown?: boolean }): Promise<PictureRead>;
  /** Ends the threads; what is in work is given up. */
  close(): Promise<void>;
}

const THREADS_MAX = 4;
const IN_FLIGHT_PER_THREAD = 2;
/** A decoder that hangs takes its thread with it. */
const PICTURE_MS_MAX = 30_000;
const GIVEN_UP: PictureRead = { state: 'unreadable', reason: 'Decoding it took too long or failed.' };

interface Job {
  readonly bytes: Uint8Array;
  readonly withShown: boolean;
  readonly done: (read: PictureRead) => void;
}
interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, { readonly job: Job; readonly timer: NodeJS.Timeout }>;
}

/** Threads start when the first picture comes; idle ones do not keep the process alive. */
export function createPictureWorkers(
  threads = Math.min(THREADS_MAX, availableParallelism()),
): PictureWorkers {
  const queue: Job[] = [];
  const running = new Set<Thread>();
  let closed = false;
  let tasks = 0;

  function start(): Thread {
    const thread: Thread = {
      worker: new Worker(new URL('./picture-worker.ts', import.meta.url)),
      jobs: new Map(),
    };
    running.add(thread);
    thread.worker.on('message', ({ task, read }: { task: number; read: PictureRead }) => {
      const entry = thread.jobs.get(task);
      if (entry === undefined) return;
      thread.jobs.delete(task);
      clearTimeout(entry.timer);
      if (thread.jobs.size === 0) thread.worker.unref();
      entry.job.done(read);
      work();
    });
    thread.worker.on('error', () => drop(thread));
    thread.worker.on('exit', () => drop(thread));
    return thread;
  }

  /** What a dead thread was at is given up, and the rest goes on with another. */
  function drop(thread: Thread): void {
    if (!running.delete(thread)) return;
    void thread.worker.terminate();
    for (const { job, timer } of thread.jobs.values()) {
      clearTimeout(timer);
      job.done(GIVEN_UP);
    }
    thread.jobs.clear();
    if (!closed) work();
  }

  function work(): void {
    while (queue.length > 0) {
      const free = [...running].find(({ jobs }) => jobs.size < IN_FLIGHT_PER_THREAD);
      const idle = [...running].find(({ jobs }) => jobs.size === 0);
      const thread = idle ?? (running.size < threads ? start() : free);
      const job = thread === undefined ? undefined : queue.shift();
      if (thread === undefined || job === undefined) return;
      const task = tasks++;
      const timer = setTimeout(() => drop(thread), PICTURE_MS_MAX);
      thread.jobs.set(task, { job, timer });
      thread.worker.ref();
      thread.worker.postMessage({ task, bytes: job.bytes, withShown: job.withShown } satisfies PictureTask);
    }
  }

  return {
    read(bytes, { withShown = false } = {}) {
      if (closed) return Promise.resolve(GIVEN_UP);
      return new Promise((done) => {
        queue.push({ bytes, withShown, done });
        work();
      });
    },
    async close() {
      closed = true;
      for (const { done } of queue.splice(0)) done(GIVEN_UP);
      await Promise.all([...running].map(({ worker }) => worker.terminate()));
    },
  };
}
