import assert from 'node:assert';
import { parentPort } from 'node:worker_threads';
import { parseMail } from '../parse-mail.ts';
import type { ThreadMessage, ThreadRequest } from './thread-message.ts';

/**
 * The thread that reads mails, one at a time, in the order asked. An error ends it; whoever started it hears of that, and
 * goes on with another.
 */
const port = parentPort;
assert(port, 'runs as a worker only');
const answer = (message: ThreadMessage): void => port.postMessage(message);

port.on('message', async ({ bytes, limits }: ThreadRequest) => {
  const pictures = new Map<string, Uint8Array>();
  // Copied: a part may share its memory with many others, and all of it would go along.
  const mail = await parseMail(bytes, limits, (sha256, picture) =>
    pictures.set(sha256, Uint8Array.from(picture)),
  );
  answer({ is: 'read', mail, pictures });
});
answer({ is: 'ready' });
