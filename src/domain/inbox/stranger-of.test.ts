import { describe, expect, it } from 'vitest';
import type { ReceivedMail } from './received-mail.ts';
import { strangerOf } from './stranger-of.ts';

const mail = (headers: Record<string, string>, fromAddress = '', replyTo = '') => ({
  mailId: '7d1c3a52-9d5e-4a2b-8f0e-3b6c1d2e4f50',
  fromAddress,
  parsed: { headers, replyTo: replyTo ? { name: '', address: replyTo } : null } as unknown as ReceivedMail,
});

describe('whom the flood limits count a mail against', () => {
  it('is its sender', () => {
    expect(strangerOf(mail({ 'return-path': '<b@x.test>' }, 'Anna@Example.com'))).toBe(
      'mail:anna@example.com',
    );
  });

  it('is the envelope, then Sender, then Reply-To when it has no From', () => {
    const sender = 'Daemon <daemon@y.test>';
    expect(strangerOf(mail({ 'return-path': '<bounce@x.test>', sender }))).toBe('mail:bounce@x.test');
    expect(strangerOf(mail({ 'return-path': '<>', sender }, '', 'z@z.test'))).toBe('mail:daemon@y.test');
    expect(strangerOf(mail({}, '', 'z@z.test'))).toBe('mail:z@z.test');
  });

  it('is the server that handed it over when nothing names an address, our own servers left out', () => {
    const received = [
      'from localhost (localhost [127.0.0.1]) by mx.shop.test',
      'from mail.far.test (mail.far.test [192.0.2.7]) by mx.shop.test',
      'from forged.test (forged.test [198.51.100.9]) by mail.far.test',
    ].join('\n');
    expect(strangerOf(mail({ 'return-path': '<>', received }))).toBe('mail:host:192.0.2.7');
    expect(strangerOf(mail({ received: 'from Mail.Far.test by mx.shop.test' }))).toBe(
      'mail:host:mail.far.test',
    );
  });

  it('is the mail alone when it says nothing of where it is from', () => {
    expect(strangerOf(mail({}))).toBe('mail:message:7d1c3a52-9d5e-4a2b-8f0e-3b6c1d2e4f50');
    expect(strangerOf({ ...mail({}), parsed: null })).toContain('mail:message:');
  });
});
