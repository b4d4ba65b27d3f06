import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CallWindow } from '../../../domain/networks/call-limits.ts';

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** As it arrived. */
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body: unknown;
}

/**
 * What goes wrong with one request. `lose-call`: the connection breaks before anything is done. `lose-answer`: it is
 * done, then the connection breaks. `hang`: nothing is done and nothing is answered. An answer: given instead of doing it.
 */
export type Fault = 'lose-call' | 'lose-answer' | 'hang' | FakeAnswer;

export interface FakeServer {
  readonly baseUrl: string;
  readonly requests: readonly FakeRequest[];
  /** Requests above the published limits, as sentences; empty when the limits were kept. */
  readonly exceeded: readonly string[];
  /** The next requests that match go wrong so, one fault each; null lets one through. */
  failNext(faults: readonly (Fault | null)[], matches?: (request: FakeRequest) => boolean): void;
  close(): Promise<void>;
}

export interface FakeServerOptions {
  /** Counted by the made up clock, as the vendor would. */
  readonly windows: readonly CallWindow[];
  readonly nowMs: () => number;
  /** What a request is counted with; all together where this is not given. */
  readonly counterOf?: (request: FakeRequest) => string;
  readonly answer: (request: FakeRequest) => FakeAnswer | Promise<FakeAnswer>;
}

/** A server on this machine that behaves as a vendor's document says, counts calls, and fails when told to. */
export async function startFakeServer(options: FakeServerOptions): Promise<FakeServer> {
  const { windows, nowMs, answer, counterOf = () => '' } = options;
  const requests: FakeRequest[] = [];
  const times: { at: number; counter: string }[] = [];
  const exceeded: string[] = [];
  let planned: { faults: (Fault | null)[]; matches: (request: FakeRequest) => boolean }[] = [];

  const server = createServer((incoming, response) => {
    readRequest(incoming)
      .then((request) => handle(request, response))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });

  async function handle(request: FakeRequest, response: ServerResponse): Promise<void> {
    requests.push(request);
    const counter = counterOf(request);
    times.push({ at: nowMs(), counter });
    for (const { calls, seconds } of windows) {
      const count = times.filter(
        (time) => time.counter === counter && time.at > nowMs() - seconds * 1_000,
      ).length;
      if (count > calls) exceeded.push(`call ${requests.length}: ${count} within ${seconds} s`);
    }
    const plan = planned.find(({ faults, matches }) => faults.length > 0 && matches(request));
    const fault = plan?.faults.shift() ?? null;
    if (fault === 'hang') return;
    if (fault === 'lose-call') {
      response.destroy();
      return;
    }
    if (fault !== null && fault !== 'lose-answer') {
      send(response, fault);
      return;
    }
    const given = await answer(request);
    if (fault === 'lose-answer') response.destroy();
    else send(response, given);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    exceeded,
    failNext: (faults, matches = () => true) => {
      planned = [...planned, { faults: [...faults], matches }];
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: FakeAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
