import assert from 'node:assert';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../domain/errors.ts';
import type { BatchMessage } from './batch-message.ts';
import type { ImportRequest, OpenBatches, ReadBatch } from './read-batches.ts';

/**
 * Reading makes much short-lived waste. In a thread of its own that waste has a limit, whatever else this process
 * holds, and the process goes on answering meanwhile.
 */
const WASTE_MEGABYTES_MAX = 16;

/** `openBatches` in a thread of its own; for large files. */
export async function openBatchesInWorker(request: ImportRequest): Promise<OpenBatches> {
  const worker = new Worker(new URL('./batch-worker.ts', import.meta.url), {
    workerData: request,
    // What this process was started with (--eval, an inspector) is not meant for the thread.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: WASTE_MEGABYTES_MAX },
  });
  const opened = await nextMessage(worker);
  assert(opened.is === 'open', `the reading thread began with ${opened.is}`);
  return {
    columns: opened.columns,
    given: opened.given,
    batches: batchesOf(worker),
    close: async () => {
      await worker.terminate();
    },
  };
}

async function* batchesOf(worker: Worker): AsyncGenerator<ReadBatch> {
  for (;;) {
    const answered = nextMessage(worker);
    worker.postMessage('next');
    const message = await answered;
    if (message.is !== 'batch') return;
    yield message.batch;
  }
}

async function nextMessage(worker: Worker): Promise<BatchMessage> {
  // An error of the thread comes as the event `error`, which `once` turns into a rejection.
  const [message] = (await once(worker, 'message')) as [BatchMessage];
  if (message.is !== 'refused') return message;
  await worker.terminate();
  throw new Refusal(message.code, message.sentence, message.facts);
}
