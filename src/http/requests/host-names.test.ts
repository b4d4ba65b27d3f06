import { describe, expect, it } from 'vitest';
import { hostName, isLoopbackHost, isOurHost } from './host-names.ts';

describe('hostName', () => {
  it.each([
    ['LocalHost:3000', 'localhost'],
    ['shop.example.', 'shop.example'],
    ['[::1]:3000', '[::1]'],
    ['[FE80::1]', '[fe80::1]'],
    ['127.0.0.1', '127.0.0.1'],
  ])('reads %s as %s', (header, name) => {
    expect(hostName(header)).toBe(name);
  });

  it.each([undefined, '', 'a b', 'user@host', 'host/path', 'host:port', 'a:1:2', '[::1', 'hôst'])(
    'finds none in %s',
    (header) => {
      expect(hostName(header)).toBeNull();
    },
  );
});

describe('isLoopbackHost', () => {
  it('takes what browsers take, and nothing that only looks like it', () => {
    for (const name of ['localhost', 'a.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
      expect(isLoopbackHost(name), name).toBe(true);
    for (const name of ['localhost.evil', '127.0.0.1.evil', '1127.0.0.1', '10.0.0.1', 'localhostx']) {
      expect(isLoopbackHost(name), name).toBe(false);
    }
  });
});

describe('isOurHost', () => {
  it('takes loopback, addresses and what was listed; a foreign name may have been rebound to us', () => {
    for (const name of ['localhost', '192.168.1.2', '[2001:db8::1]', 'shop.example']) {
      expect(isOurHost(name, ['shop.example']), name).toBe(true);
    }
    for (const name of ['evil.example', 'sub.shop.example', '192.168.1', '0x7f000001']) {
      expect(isOurHost(name, ['shop.example']), name).toBe(false);
    }
  });
});
