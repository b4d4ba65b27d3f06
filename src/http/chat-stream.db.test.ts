import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let door: OpenDoor;
const stopped: boolean[] = [];
beforeAll(async () => {
  door = await openDoor({
    async *chat({ message }, _by, signal) {
      yield { event: 'plan', data: { steps: [message] } };
      if (message === 'break') throw new Error('secret detail');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      stopped.push(true);
    },
  });
});
afterAll(() => door.close());

const speak = async (message: string, signal: AbortSignal): Promise<Response> =>
  fetch(`${door.url}/chat`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await door.token(message, 'viewer')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ message }),
    signal,
  });

it('stops answering when nobody listens any more', async () => {
  const leave = new AbortController();
  const answer = await speak('wait', leave.signal);
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  await answer.body?.getReader().read();
  leave.abort();
  await expect.poll(() => stopped).toEqual([true]);
});

it('ends a stream that broke with a sentence, and keeps the reason for the log', async () => {
  const body = await (await speak('break', AbortSignal.timeout(5_000))).text();
  expect(body).toContain('event: error\ndata: {"code":"unexpected"');
  expect(body).not.toContain('secret detail');
  expect(door.logged.join()).toContain('secret detail');
});
