import type { Request, Response } from 'express';
import { Refusal } from '../../../domain/errors.ts';
import { LiveEvent } from '../../../domain/http/live-event.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Door } from '../../door.ts';
import { identify } from '../../requests/identify.ts';
import { hasSessionCookie } from '../../sessions/sessions.ts';

/** Streams one process keeps open, in all and for one person. */
const STREAMS_MAX = 500;
const STREAMS_OF_ONE_MAX = 20;
const HEARTBEAT_SECONDS = 15;
const RECONNECT_MS = 2_000;
/** A client that has not read this much is gone or too slow; it will come back and ask again. */
const UNREAD_BYTES_MAX = 256_000;

export const eventsRoute = defineRawRoute({
  method: 'get',
  path: '/events',
  role: 'viewer',
  tag: 'live',
  summary: 'Server-sent events: what changed among proposals, runs, deliveries and the kill switch.',
  head: false,
  answers: {
    200: {
      says: 'A stream; each `data` is a LiveEvent.',
      contentType: 'text/event-stream',
      schema: LiveEvent,
    },
  },
  async serve(request, response, door, by) {
    const name = by?.name ?? '';
    if (door.live.count() >= STREAMS_MAX || door.live.count(name) >= STREAMS_OF_ONE_MAX) {
      throw new Refusal('streams_exhausted', 'Too many pages listen at once; try again later.');
    }
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.write(`retry: ${RECONNECT_MS}\n\ndata: {"topic":"resync"}\n\n`);

    const stop = door.live.subscribe({
      name,
      hear(events) {
        response.write(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));
        if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
      },
      end: () => response.end(),
    });
    const heartbeat = setInterval(async () => {
      if (await mayStillListen(request, response, door)) response.write(': still here\n\n');
      else response.end();
    }, HEARTBEAT_SECONDS * 1_000);
    response.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  },
});

/** A right that ended since the stream began ends the stream; a database that is away for a moment does not. */
async function mayStillListen(request: Request, response: Response, door: Door): Promise<boolean> {
  try {
    if (request.headers.authorization === undefined && hasSessionCookie(request))
      return await door.sessions.isAlive(request);
    return (await identify(request, response, door)) !== null;
  } catch (error) {
    return !(error instanceof Refusal);
  }
}
