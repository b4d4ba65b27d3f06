import { describe, expect, it } from 'vitest';
import { checkFetchUrl, openedHosts } from './fetch-url.ts';
import { showUrl } from './show-url.ts';

describe('checkFetchUrl', () => {
  it.each([
    'https://example.com/a?b#c',
    'http://example.com:80/',
    'https://example.com:443/',
    'http://example.com:443/',
    'https://bücher.example/',
    'HTTP://EXAMPLE.COM',
    'http://93.184.215.14/',
    'https://[2606:4700::1111]/',
    'https://example.com./',
  ])('lets %s be asked for', (url) => {
    expect(checkFetchUrl(url).error).toBeNull();
  });

  it.each([
    ['', 'url_refused'],
    ['example.com', 'url_refused'],
    ['ftp://example.com/', 'url_refused'],
    ['file:///etc/passwd', 'url_refused'],
    ['javascript:alert(1)', 'url_refused'],
    ['data:text/html,x', 'url_refused'],
    ['http://example.com:8080/', 'url_refused'],
    ['http://user@example.com/', 'url_refused'],
    ['http://user:secret@example.com/', 'url_refused'],
    [`https://example.com/${'a'.repeat(8_000)}`, 'url_refused'],
    ['http://0x7f.1/', 'blocked_address'],
    ['http://127.0.0.1:8080/', 'blocked_address'],
    ['http://localhost:8080/', 'blocked_address'],
    ['http://2130706433/', 'blocked_address'],
    ['http://0300.0250.0.1/', 'blocked_address'],
    ['http://①②⑦.⓪.⓪.①/', 'blocked_address'],
    ['http://134744072/', 'blocked_address'],
    ['http:\\\\8.8.2056/', 'blocked_address'],
    ['http://localhost/', 'blocked_address'],
    ['http://intranet/', 'blocked_address'],
    ['http://x.localhost./', 'blocked_address'],
    ['http://metadata.google.internal/', 'blocked_address'],
    ['http://printer.local/', 'blocked_address'],
  ])('refuses %j as %s', (url, code) => {
    expect(checkFetchUrl(url).error?.code).toBe(code);
  });

  it('opens a named host and port, and no other spelling of it', () => {
    const allow = openedHosts('127.0.0.1:8080, Localhost:81, [::1]:99') ?? new Set();
    for (const url of [
      'http://127.0.0.1:8080/',
      'https://localhost:81/x',
      'http://[::1]:99/',
      'http://[0::1]:99/',
    ])
      expect(checkFetchUrl(url, allow).error, url).toBeNull();
    for (const url of [
      'http://127.1:8080/',
      'http://localhost:8080/',
      'http://2130706433:8080/',
      'http://u@127.0.0.1:8080/',
    ])
      expect(checkFetchUrl(url, allow).error, url).not.toBeNull();
  });
});

describe('openedHosts', () => {
  it('takes nothing for nobody, and hosts without a port for a mistake', () => {
    expect(openedHosts(' ')).toEqual(new Set());
    expect(openedHosts('127.0.0.1:80')).toEqual(new Set(['127.0.0.1:80']));
    for (const text of ['127.0.0.1', 'http://127.0.0.1:80', '127.0.0.1:99999', 'a:1/x:2', '*:80:1'])
      expect(openedHosts(text), text).toBeNull();
  });
});

describe('showUrl', () => {
  it('never shows a password', () => {
    expect(showUrl('https://me:secret@x.test/a@b')).toBe('https://x.test/a@b');
    expect(showUrl('https://x.test/a@b')).toBe('https://x.test/a@b');
  });
});
