import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { testReader } from '../testing/test-reader.ts';

const known = {
  read: async () => ({ rule: 'allow', text: '', reason: '', readAt: new Date() }) as const,
  keep: async () => undefined,
};

describe('the fenced connector', () => {
  it('proves the name over TLS although it dials an address', async () => {
    const names: string[] = [];
    const server = createTlsServer({
      SNICallback: (name, done) => {
        names.push(name);
        done(new Error('no certificate here'));
      },
    });
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const reader = testReader(
      [],
      { retriesMax: 0 },
      { allow: new Set([`shop.test:${port}`]), resolve: async () => ['127.0.0.1'], robots: known },
    );
    const { error } = await reader.fetch(`https://shop.test:${port}/`);
    expect(error?.code).toBe('unreachable');
    expect(names).toEqual(['shop.test']);
    await reader.close();
    server.close();
  });

  it('tries the next address when one does not answer', async () => {
    const server = createServer(
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<p>second'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const reader = testReader(
      [],
      {},
      {
        allow: new Set([`shop.test:${port}`]),
        resolve: async () => ['127.0.0.2', '127.0.0.1'],
        robots: known,
      },
    );
    const { error, bytes } = await reader.fetch(`http://shop.test:${port}/`);
    expect(error).toBeNull();
    expect(new TextDecoder().decode(bytes)).toBe('<p>second');
    await reader.close();
    server.close();
  });
});
