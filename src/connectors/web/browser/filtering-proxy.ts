import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream';
import type { Agent, Dispatcher } from 'undici';
import { checkFetchUrl } from '../../../domain/web/fetch-url.ts';
import type { WebPolicy } from '../../../domain/web/web-policy.ts';
import { failureOf } from '../failure-of.ts';
import type { Fence } from '../fence/fence.ts';

export interface FilteringProxy {
  readonly url: string;
  /** What was refused, and why; one sentence each. */
  readonly refused: readonly string[];
  /** The page's allowance of bytes or requests is used up; nothing more comes. */
  readonly isSpent: boolean;
  close(): Promise<void>;
}

export interface ProxyParts {
  readonly fence: Fence;
  /** Connects through the same fence. */
  readonly agent: Agent;
  readonly policy: WebPolicy;
}

const HOP_BY_HOP =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|expect)$/;
const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS'];
const REFUSED_MAX = 50;

/**
 * The only way out of the browser: a forward proxy in this process, one for each page, that dials through the fence,
 * counts, and ends with the page.
 */
export async function startFilteringProxy({ fence, agent, policy }: ProxyParts): Promise<FilteringProxy> {
  const refused: string[] = [];
  const sockets = new Set<Duplex>();
  const spent = { bytes: 0, requests: 0 };
  const isSpent = (): boolean =>
    spent.bytes > policy.browserBytesMax || spent.requests > policy.browserRequestsMax;
  const refuse = (reason: string): void => {
    if (refused.length < REFUSED_MAX) refused.push(reason.slice(0, 300));
  };
  const count = (bytes: number): void => {
    spent.bytes += bytes;
    if (isSpent()) for (const socket of sockets) socket.destroy();
  };
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // What broke is seen by the page; unheard, the event would end the process.
    socket.on('error', () => undefined);
  };
  const mayGo = (): boolean => {
    spent.requests += 1;
    if (isSpent()) refuse('The page asked for more than its allowance.');
    return !isSpent();
  };

  const server = createServer((request, response) => {
    if (!mayGo()) return void response.writeHead(403).end();
    forward(request, response, { fence, agent, policy }, count).catch((error: unknown) => {
      refuse(failureOf(error, false, policy.pageSeconds).message);
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
  });
  server.on('connection', keep);
  server.on('upgrade', (_request, socket) => socket.destroy());
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    if (!mayGo()) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    tunnel(request.url ?? '', { client, head, count, keep }, fence).catch((error: unknown) => {
      refuse(failureOf(error, false, policy.pageSeconds).message);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    refused,
    get isSpent() {
      return isSpent();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Plain http: asked for by undici behind the fence, redirects left to the browser, which comes back with each. */
async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { fence, agent, policy }: ProxyParts,
  count: (bytes: number) => void,
): Promise<void> {
  const method = request.method ?? 'GET';
  const checked = checkFetchUrl(request.url ?? '', fence.allow);
  if (checked.error || !METHODS.includes(method))
    throw new Error(checked.error?.message ?? `${method} is not sent.`);
  const { url } = checked;
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: method as Dispatcher.HttpMethod,
    headers: endToEnd(request.headers),
    body: method === 'POST' ? request : null,
    signal: AbortSignal.timeout(policy.browserSeconds * 1_000),
  });
  body.on('data', (chunk: Buffer) => count(chunk.length));
  response.writeHead(statusCode, endToEnd(headers));
  pipeline(body, response, () => undefined);
}

/** https: the bytes are the page's own, but where they go is decided here. Port 80 would be a web socket: refused. */
async function tunnel(
  authority: string,
  {
    client,
    head,
    count,
    keep,
  }: { client: Duplex; head: Buffer; count: (bytes: number) => void; keep: (socket: Duplex) => void },
  fence: Fence,
): Promise<void> {
  const checked = checkFetchUrl(`https://${authority}/`, fence.allow);
  if (checked.error) throw new Error(checked.error.message);
  const { hostname, port } = checked.url;
  if (port === '80') throw new Error('Web sockets are not opened.');
  const target = Number(port || 443);
  const site = await dial(await fence.addressesOf(hostname, target), target);
  keep(site);
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  site.write(head);
  site.on('data', (chunk: Buffer) => count(chunk.length));
  pipeline(client, site, () => client.destroy());
  pipeline(site, client, () => site.destroy());
}

const CONNECT_MS = 5_000;

async function dial(addresses: readonly string[], port: number): Promise<Socket> {
  let last: unknown = new Error('No address was found.');
  for (const host of addresses) {
    const socket = connect({ host, port, timeout: CONNECT_MS });
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_MS) });
      socket.setTimeout(0);
      return socket;
    } catch (error) {
      socket.destroy();
      last = error;
    }
  }
  throw last;
}

function endToEnd(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[]> {
  const named = String(headers.connection ?? '').toLowerCase();
  const kept = Object.entries(headers).filter(
    ([name, value]) =>
      value !== undefined && !HOP_BY_HOP.test(name) && !named.split(/\s*,\s*/).includes(name),
  );
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}
