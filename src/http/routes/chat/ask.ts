import assert from 'node:assert';
import type { Response } from 'express';
import type { z } from 'zod';
import { ChatEvent } from '../../../domain/chat/chat-event.ts';
import { ChatRequest } from '../../../domain/chat/chat-request.ts';
import { Refusal } from '../../../domain/errors.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Door } from '../../door.ts';
import { readInput } from '../../requests/read-input.ts';

const HEARTBEAT_SECONDS = 10;

export const chatRoute = defineRawRoute({
  method: 'post',
  path: '/chat',
  role: 'viewer',
  tag: 'chat',
  summary:
    'Say something: the plan, the looks and the answer come as server-sent events. Nothing is approved here.',
  body: ChatRequest,
  answers: {
    200: {
      says: 'A stream; `event` names the kind, `data` is its JSON: plan, tool, progress (what is waited for), answer, ask, error, done.',
      contentType: 'text/event-stream',
      schema: ChatEvent,
    },
  },
  async serve(request, response, door, by) {
    assert(by, 'the role was checked before');
    const { body } = readInput(request, { params: null, query: null, body: ChatRequest }) as {
      readonly body: z.output<typeof ChatRequest>;
    };
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    const events = door.chat(body, by, stop.signal)[Symbol.asyncIterator]();
    // What is refused before the first event is an ordinary problem.
    const first = await events.next();
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_SECONDS * 1_000);
    try {
      for (let step = first; !step.done; step = await events.next()) {
        if (stop.signal.aborted) break;
        send(response, step.value);
      }
    } catch (error) {
      send(response, troubleOf(error, door));
    } finally {
      clearInterval(heartbeat);
      await events.return?.();
      response.end();
    }
  },
});

function send(response: Response, { event, data }: ChatEvent): void {
  if (!response.writableEnded) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The stream has begun, so a problem document cannot be sent any more. */
function troubleOf(error: unknown, { log }: Door): ChatEvent {
  if (error instanceof Refusal) {
    return { event: 'error', data: { code: error.code, message: error.sentence } };
  }
  log.error({ err: error }, 'the chat failed');
  return {
    event: 'error',
    data: { code: 'unexpected', message: 'Something went wrong here; it stands in the log. Try again.' },
  };
}
