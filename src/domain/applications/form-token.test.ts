import { expect, it } from 'vitest';
import { formToken, readFormToken, senderHash } from './form-token.ts';

const AT = new Date('2026-11-20T09:00:00.123Z');

it('tells when its page was opened, under its own key only', () => {
  const token = formToken(AT, 'key');
  expect(readFormToken(token, 'key')).toEqual(AT);
  expect(readFormToken(token, 'other')).toBeNull();
});

it.each(['', '1.x', 'none', `${Date.now()}.${'A'.repeat(43)}`])('refuses %s', (token) => {
  expect(readFormToken(token, 'key')).toBeNull();
});

it('knows a sender again without keeping the address', () => {
  expect(senderHash('192.0.2.7', 'key')).toBe(senderHash('192.0.2.7', 'key'));
  expect(senderHash('192.0.2.7', 'key')).not.toBe(senderHash('192.0.2.8', 'key'));
  expect(senderHash('192.0.2.7', 'key')).toMatch(/^[0-9a-f]{64}$/);
});
