import assert from 'node:assert';
import { parentPort } from 'node:worker_threads';
import type { Application } from '../../../domain/vetting/application.ts';
import { createSentenceEncoder } from '../sentence-encoder.ts';
import { readApplicationTexts } from './read-application-texts.ts';
import { readVettingWeights } from './read-vetting-weights.ts';

/**
 * A second core for applicants' words: each message is a list of applications, each answer their readings, in order.
 * Started by `read-on-two-cores.ts`; a fault ends the thread, which its parent hears.
 */
const port = parentPort;
assert(port !== null, 'runs as a worker thread only');
const [encoder, weights] = await Promise.all([createSentenceEncoder(), readVettingWeights()]);
port.on('message', (applications: readonly Application[]) => {
  readApplicationTexts(applications, { embed: encoder.encode, weights }).then(
    (readings) => port.postMessage(readings),
    (error: unknown) => {
      setImmediate(() => {
        throw error;
      });
    },
  );
});
