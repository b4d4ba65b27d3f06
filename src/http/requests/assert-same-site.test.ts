import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { assertSameSite } from './assert-same-site.ts';

const TOKEN = 'the-csrf-token';
/** The part of a request that is read. */
function ask(headers: Record<string, string>): Request {
  const request = { headers, get: (name: string) => headers[name] };
  return request as unknown as Request;
}
const check = (headers: Record<string, string>, token: string | null = TOKEN) =>
  assertSameSite(ask({ host: 'localhost:3000', 'x-csrf-token': TOKEN, ...headers }), token, ['shop.example']);

describe('assertSameSite', () => {
  it.each([
    [{ origin: 'http://localhost:3000' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    [{}],
    [{ origin: 'https://shop.example' }],
  ])('lets our own page change things: %j', (headers) => {
    expect(() => check(headers)).not.toThrow();
  });

  it.each([
    [{ origin: 'null' }],
    [{ origin: '' }],
    [{ origin: 'http://localhost:3001' }],
    [{ origin: 'http://localhost' }],
    [{ origin: 'https://shop.example.evil' }],
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('refuses another site, even with the right token: %j', (headers) => {
    expect(() => check(headers)).toThrow('cross_origin');
  });

  it('refuses a wrong token, none, and a session that has none', () => {
    expect(() => check({ 'x-csrf-token': 'another' })).toThrow('csrf_token_missing');
    expect(() => check({ 'x-csrf-token': '' })).toThrow('csrf_token_missing');
    expect(() => check({}, null)).toThrow('csrf_token_missing');
  });
});
