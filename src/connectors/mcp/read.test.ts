import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConnections } from '../../connections-config.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { readAll } from '../networks/testing/read-all.ts';
import { McpCredentials } from './mcp-credentials.ts';
import { MCP_SYSTEM } from './mcp-system.ts';
import { mcpReader } from './read.ts';
import { type MadeNetwork, madeNetwork } from './testing/made-network.ts';

let network: MadeNetwork;
let http: Server;
let url = '';
beforeEach(async () => {
  network = madeNetwork();
  http = createServer(async (request, response) => {
    if (request.headers.authorization !== 'Bearer mcp-token') {
      response.writeHead(401).end();
      return;
    }
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    await network.server().connect(transport as Transport);
    await transport.handleRequest(request, response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`;
});
afterEach(() => {
  http.closeAllConnections();
  http.close();
});

const FIELDS = {
  transactionId: 'ref',
  partnerRef: 'publisher.id',
  convertedAt: 'sold',
  sale: 'value.amount',
  commission: 'earns',
  currency: 'value.currency',
  statusRaw: 'state',
};
const COMMON = {
  network: 'made-network',
  tool: 'list_sales',
  fields: FIELDS,
  arguments: { since: '{from}', before: '{until}', page: '{cursor}' },
  records: 'data.sales',
  cursor: 'next',
  statuses: { OPEN: 'pending', CONFIRMED: 'approved' },
};
const reader = (more: object = {}) =>
  mcpReader(McpCredentials.parse({ ...COMMON, url, token: 'mcp-token', ...more }), {
    surroundings: madeUpSurroundings(),
  });
const TIME = {
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2026-03-15T00:00:00Z'),
  by: 'sales',
} as const;

describe('mcpReader', () => {
  it('reads every page of every window through a server at an address, amounts exact', async () => {
    const { byId, completeUntil } = await readAll(reader(), TIME);
    expect(byId.size).toBe(73);
    expect(byId.get('S-3')).toMatchObject({
      network: 'made-network',
      partnerRef: '7',
      sale: 13_100_000n,
      commission: 1_005_000n,
      currency: 'EUR',
      status: 'approved',
      statusRaw: 'CONFIRMED',
    });
    expect(completeUntil.at(-1)).toEqual(TIME.until);
  });

  it('reads the same through a program on this machine', async () => {
    const server = fileURLToPath(new URL('./testing/stdio-server.ts', import.meta.url));
    const { byId } = await readAll(
      reader({ url: null, token: null, command: process.execPath, args: [server] }),
      TIME,
    );
    expect(byId.size).toBe(73);
  });

  it('never calls a tool that may change something, nor one that is not there', async () => {
    await expect(readAll(reader({ tool: 'approve_sale' }), TIME)).rejects.toThrow(/only tools that read/);
    await expect(readAll(reader({ tool: 'list_nothing' }), TIME)).rejects.toThrow(/has no tool/);
    expect(network.calls).toEqual([]);
  });

  it('sets aside records that its map cannot read', async () => {
    const { byId, setAside } = await readAll(reader({ fields: { ...FIELDS, currency: 'value' } }), TIME);
    expect(byId.size).toBe(0);
    expect(setAside).toHaveLength(73);
  });

  it.each([
    ['list_broken', /the network is down/],
    ['list_words', /does not answer in JSON/],
  ])('says in a sentence what is wrong with %s', async (tool, sentence) => {
    const given = { since: '{from}', before: '{until}' };
    await expect(readAll(reader({ tool, arguments: given }), TIME)).rejects.toThrow(sentence);
  });

  it('says that the token is wrong or that nobody answers, without showing token or address', async () => {
    const wrong = McpCredentials.parse({ ...COMMON, url, token: 'wrong-word' });
    const [check] = await MCP_SYSTEM.check(wrong, AbortSignal.timeout(10_000));
    expect(check).toMatchObject({ ok: false, message: expect.stringContaining('does not accept') });
    const nobody = McpCredentials.parse({ ...COMMON, url: 'http://127.0.0.1:1/mcp' });
    const [unreachable] = await MCP_SYSTEM.check(nobody, AbortSignal.timeout(10_000));
    expect(unreachable).toMatchObject({ ok: false, message: expect.stringContaining('cannot be reached') });
    expect(JSON.stringify([check, unreachable])).not.toMatch(/wrong-word|127\.0\.0\.1/);
  });

  it('is set up from the environment, and takes neither two servers nor none', () => {
    const set = (more: Record<string, string>) =>
      readConnections(
        {
          MARGINKEEPER_MCP_NETWORK: 'made-network',
          MARGINKEEPER_MCP_TOOL: 'list_sales',
          MARGINKEEPER_MCP_FIELDS: JSON.stringify(FIELDS),
          MARGINKEEPER_MCP_ARGUMENTS: '{"limit": 100, "since": "{from}"}',
          ...more,
        },
        [MCP_SYSTEM],
      )[0];
    expect(set({ MARGINKEEPER_MCP_URL: url })).toMatchObject({
      state: 'ready',
      credentials: { arguments: { limit: 100, since: '{from}' } },
    });
    expect(set({})).toMatchObject({
      state: 'wrong',
      problem: expect.stringContaining('MARGINKEEPER_MCP_URL'),
    });
    expect(set({ MARGINKEEPER_MCP_URL: url, MARGINKEEPER_MCP_COMMAND: 'x' })?.state).toBe('wrong');
    expect(set({ MARGINKEEPER_MCP_URL: url, MARGINKEEPER_MCP_NETWORK: 'awin' })?.state).toBe('wrong');
  });
});
