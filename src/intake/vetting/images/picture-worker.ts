import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { readPicture } from './read-picture.ts';

// One picture a thread at a time: the threads themselves are what runs side by side.
sharp.concurrency(1);
sharp.cache(false);

export interface PictureTask {
  readonly task: number;
  readonly bytes: Uint8Array;
  readonly withShown: boolean;
}

parentPort?.on('message', async ({ task, bytes, withShown }: PictureTask) => {
  parentPort?.postMessage({ task, read: await readPicture(bytes, { withShown }) });
});
