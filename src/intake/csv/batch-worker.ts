import assert from 'node:assert';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../domain/errors.ts';
import type { BatchMessage } from './batch-message.ts';
import { type ImportRequest, openBatches, type ReadBatch } from './read-batches.ts';

/**
 * The thread that reads a large file: it answers each message with the next batch, and reads the one after meanwhile.
 * A refusal is answered too; any other error ends the thread, and whoever started it hears of it.
 */
const port = parentPort;
assert(port, 'runs as a worker only');
const answer = (message: BatchMessage, moved: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, moved);

function refused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  answer({ is: 'refused', code: error.code, sentence: error.sentence, facts: error.facts });
}

/** The memory of large pieces changes hands; small ones share theirs with others and are copied. */
function movable({ text }: ReadBatch): ArrayBuffer[] {
  return text
    .filter((piece) => piece.byteLength === piece.buffer.byteLength)
    .map((piece) => piece.buffer as ArrayBuffer);
}

try {
  const { columns, given, batches } = await openBatches(workerData as ImportRequest);
  answer({ is: 'open', columns, given });
  let ahead = batches.next();
  // Heard where it is awaited.
  ahead.catch(() => undefined);
  port.on('message', async () => {
    try {
      const { value, done } = await ahead;
      if (done) answer({ is: 'end' });
      else answer({ is: 'batch', batch: value }, movable(value));
      ahead = batches.next();
      ahead.catch(() => undefined);
    } catch (error) {
      refused(error);
    }
  });
} catch (error) {
  refused(error);
}
