import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** How many connections were made so far. */
  readonly connections: number;
  /** Ends every connection at once, as a pulled cable would. */
  cut(): void;
  /** Whether new connections are let through. */
  setOpen(isOpen: boolean): void;
  close(): Promise<void>;
}

/** Stands between a client and a server on this machine. @param cutAfterBytes - of the server's words, of each connection. */
export async function startCuttingProxy(
  port: number,
  { cutAfterBytes = Number.POSITIVE_INFINITY }: { cutAfterBytes?: number } = {},
): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  const state = { isOpen: true, connections: 0 };
  const server = createServer((client) => {
    state.connections += 1;
    if (!state.isOpen) {
      client.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    let passed = 0;
    upstream.on('data', (bytes: Buffer) => {
      passed += bytes.length;
      if (passed > cutAfterBytes) client.destroy();
    });
    client.pipe(upstream);
    upstream.pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return state.connections;
    },
    cut,
    setOpen(isOpen) {
      state.isOpen = isOpen;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
