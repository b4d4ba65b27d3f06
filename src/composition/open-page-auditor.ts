import assert from 'node:assert';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PageAudit } from '../domain/pages/page-audit.ts';
import type { PageAuditor, PageToAudit, PageUnreadable } from '../domain/pages/page-auditor.ts';
import type { AuditMessage } from './audit-message.ts';

const THREADS_MAX = 4;
const PAGE_MILLISECONDS = 30_000;
const MEGABYTES = 1_500;
/** Smaller pages are copied to the thread; larger ones change hands where their memory is their own. */
const MOVED_BYTES_MIN = 256 * 1024;
const TOO_HEAVY: PageUnreadable = {
  code: 'page_too_heavy',
  message: 'Reading this page took too long or too much memory.',
};

/** Threads are started when pages come, and kept. A page that is too heavy ends its thread; the next one gets another. */
export function openPageAuditor(
  threads: number = Math.min(THREADS_MAX, availableParallelism()),
): PageAuditor {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker | null) => void)[] = [];
  let started = 0;

  const take = async (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return free;
    if (started < threads) {
      started += 1;
      return start();
    }
    return (await new Promise<Worker | null>((resolve) => waiting.push(resolve))) ?? start();
  };
  /** @param worker - null when it died: whoever waits starts another. */
  const give = (worker: Worker | null): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else if (worker) idle.push(worker);
    else started -= 1;
  };
  return {
    threads,
    async audit(page) {
      const worker = await take();
      const audit = await answerOf(worker, page);
      if (audit === null) await worker.terminate();
      give(audit === null ? null : worker);
      return audit ?? TOO_HEAVY;
    },
    async close() {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
      started = 0;
    },
  };
}

async function start(): Promise<Worker> {
  const worker = new Worker(new URL('./audit-thread.ts', import.meta.url), {
    // What this process was started with (--eval, an inspector) is not meant for the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const [ready] = (await once(worker, 'message')) as [AuditMessage];
  assert(ready.is === 'ready', `the auditing thread began with ${ready.is}`);
  // An idle thread does not keep the process alive; one that reads is awaited with a timer, which does.
  worker.unref();
  return worker;
}

/** @returns null when the thread did not manage it in time, or died of it. */
function answerOf(worker: Worker, page: PageToAudit): Promise<PageAudit | PageUnreadable | null> {
  return new Promise((resolve) => {
    const settle = (audit: PageAudit | PageUnreadable | null): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onEnd);
      worker.off('exit', onEnd);
      resolve(audit);
    };
    const onMessage = (message: AuditMessage): void =>
      settle(message.is === 'audited' ? message.audit : null);
    const onEnd = (): void => {
      // A thread that ran out of memory says so a second time; nobody waits for it any more.
      worker.on('error', () => undefined);
      settle(null);
    };
    const timer = setTimeout(() => settle(null), PAGE_MILLISECONDS);
    worker.on('message', onMessage);
    worker.on('error', onEnd);
    worker.on('exit', onEnd);
    const { bytes } = page;
    const isMoved = bytes.byteLength >= MOVED_BYTES_MIN && bytes.byteLength === bytes.buffer.byteLength;
    worker.postMessage({ page }, isMoved ? [bytes.buffer as ArrayBuffer] : []);
  });
}
