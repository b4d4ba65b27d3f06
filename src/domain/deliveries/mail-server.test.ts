import { describe, expect, it } from 'vitest';
import { readMailServer } from './mail-server.ts';

describe('readMailServer', () => {
  it('reads user, password, host and port', () => {
    expect(readMailServer('X', 'imaps://me%40shop.test:p%2Fw@mail.shop.test', 'imap')).toEqual({
      host: 'mail.shop.test',
      port: 993,
      user: 'me@shop.test',
      password: 'p/w',
      security: 'tls',
      isLoopback: false,
    });
  });

  it('asks for STARTTLS without the s, but on this machine', () => {
    expect(readMailServer('X', 'smtp://mail.shop.test', 'smtp')).toMatchObject({
      security: 'starttls',
      port: 587,
    });
    expect(readMailServer('X', 'smtp://127.0.0.1:2525', 'smtp')).toMatchObject({
      security: 'plain',
      user: null,
    });
    expect(readMailServer('X', 'smtp://[::1]:2525', 'smtp')).toMatchObject({ host: '::1', isLoopback: true });
    expect(readMailServer('X', 'smtp://127.evil.test', 'smtp').port).toBe(587);
  });

  it('takes a name that only begins like this machine for what it is', () => {
    expect(readMailServer('X', 'smtp://127.evil.test', 'smtp').isLoopback).toBe(false);
  });

  it.each([
    ['mail.shop.test'],
    ['https://mail.shop.test'],
    ['imaps://'],
    ['imaps://mail.shop.test'],
    ['imaps://me@mail.shop.test'],
    ['imaps://me:secret#1@mail.shop.test'],
    ['imaps://me:secret@mail.shop.test/INBOX'],
    ['imaps://me:secret%zz@mail.shop.test'],
  ])('refuses %s by name, and never repeats a password', (text) => {
    expect(() => readMailServer('MARGINKEEPER_IMAP_URL', text, 'imap')).toThrow(
      expect.objectContaining({
        code: 'input_invalid',
        sentence: expect.not.stringContaining('secret'),
        facts: { variable: 'MARGINKEEPER_IMAP_URL' },
      }),
    );
  });
});
