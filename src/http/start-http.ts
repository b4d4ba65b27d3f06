import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closerOf } from './close-server.ts';
import { createHttp } from './create-http.ts';
import type { HttpDeps } from './http-deps.ts';

/** A client has this long to send its headers, and then its whole request. */
const HEADERS_SECONDS_MAX = 10;
const REQUEST_SECONDS_MAX = 60;
const KEEP_ALIVE_SECONDS = 30;
const HEADER_BYTES_MAX = 16_384;

export interface RunningHttp {
  /** Without a slash at the end: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, ends streams, waits for what is under way for at most 4 s. May be called twice. */
  close(): Promise<void>;
}

/**
 * Listens, and answers by `createHttp`.
 *
 * @param port - 0 takes any free one.
 * @throws the system's error when the port is taken.
 */
export async function startHttp(
  deps: HttpDeps,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningHttp> {
  const door = createHttp(deps);
  const server = createServer(
    {
      headersTimeout: HEADERS_SECONDS_MAX * 1_000,
      requestTimeout: REQUEST_SECONDS_MAX * 1_000,
      keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000,
      maxHeaderSize: HEADER_BYTES_MAX,
    },
    door.app,
  );
  const closeServer = closerOf(server);
  server.listen(port, host);
  await once(server, 'listening');
  const bound = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  let closing: Promise<void> | null = null;
  return {
    url: `http://${shown}:${bound.port}`,
    port: bound.port,
    close: () => {
      if (!closing) {
        closing = closeServer();
        door.close();
      }
      return closing;
    },
  };
}
