import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page's HTML, or whatever a handler does with the answer. */
export type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  /** Such as http://127.0.0.1:40123. */
  readonly origin: string;
  /** As `allow` names it. */
  readonly host: string;
  readonly port: number;
  /** Method and path of every request, in order. */
  readonly asked: string[];
  /** Headers of the last request. */
  readonly lastHeaders: () => IncomingMessage['headers'];
  close(): Promise<void>;
}

/** A site over real HTTP on loopback. A path that it does not have is 404, robots.txt among them. */
export async function startSite(pages: Readonly<Record<string, Page>>): Promise<Site> {
  const asked: string[] = [];
  let headers: IncomingMessage['headers'] = {};
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers = request.headers;
    const page = pages[(request.url ?? '').split('?')[0] ?? ''];
    if (page === undefined) response.writeHead(404).end('Not here.');
    else if (typeof page === 'string')
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else page(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    asked,
    lastHeaders: () => headers,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A redirect with any address. */
export const leadTo =
  (location: string, status = 302): Page =>
  (_request, response) =>
    void response.writeHead(status, { location }).end();
