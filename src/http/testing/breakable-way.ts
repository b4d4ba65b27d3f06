import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a database that a test can cut and mend. */
export interface BreakableWay {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Puts a relay between us and the server that `databaseUrl` names. */
export async function breakableWay(databaseUrl: string): Promise<BreakableWay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const relay = (): Server =>
    createServer((inside) => {
      const outside = connect(Number(target.port), target.hostname);
      for (const socket of [inside, outside]) {
        sockets.add(socket);
        // A cut connection ends in an error on both sides, which is what the test is about.
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
      }
      inside.pipe(outside).pipe(inside);
    });
  let server = relay();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      server = relay();
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
  };
}
