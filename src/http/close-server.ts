import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Requests under way have this long to end once the server stops. */
const CLOSE_SECONDS_MAX = 4;
/** How often connections that have become idle are looked for meanwhile. */
const LOOK_MS = 50;

/**
 * Watches a server's connections from the start, so that it can end soon.
 *
 * @returns the way to stop: nothing new is taken, idle connections end at once, busy ones when their answer is out,
 *   and all of them after 4 s.
 */
export function closerOf(server: Server): () => Promise<void> {
  // Node calls a connection idle only after its first request; browsers open spare ones that never ask for anything.
  const unasked = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  server.on('request', (request) => unasked.delete(request.socket));
  return () =>
    new Promise((resolve) => {
      const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
      const giveUp = setTimeout(() => server.closeAllConnections(), CLOSE_SECONDS_MAX * 1_000);
      server.close(() => {
        clearInterval(look);
        clearTimeout(giveUp);
        resolve();
      });
      for (const socket of unasked) socket.destroy();
    });
}
