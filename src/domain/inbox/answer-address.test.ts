import { describe, expect, it } from 'vitest';
import { answerAddress } from './answer-address.ts';

const onFile = { addressOnFile: 'Anna@Blog.example' };

describe('answerAddress', () => {
  it('is the sender where the sender is proven', () => {
    expect(answerAddress('Ben@Blog.example', { ...onFile, how: 'domain', authenticated: true })).toBe(
      'ben@blog.example',
    );
  });

  it.each(['address', 'domain', 'thread'] as const)(
    'is the address on file when nothing proves the %s',
    (how) => {
      expect(answerAddress('anna@blog.example', { ...onFile, how, authenticated: false })).toBe(
        'anna@blog.example',
      );
      expect(answerAddress('thief@evil.example', { ...onFile, how, authenticated: false })).toBe(
        'anna@blog.example',
      );
    },
  );

  it('is the address on file for whoever only knows a thread', () => {
    expect(answerAddress('thief@evil.example', { ...onFile, how: 'thread', authenticated: true })).toBe(
      'anna@blog.example',
    );
  });

  it('is none for a partner without an address on file whom nothing proves', () => {
    expect(answerAddress('a@b.example', { addressOnFile: null, how: 'domain', authenticated: false })).toBe(
      null,
    );
  });

  it('is a stranger’s own address, if there is one', () => {
    expect(answerAddress('New@Person.example', null)).toBe('new@person.example');
    expect(answerAddress('', null)).toBe(null);
  });

  it.each([
    'bob@localhost',
    'a@b@c.example',
    '"x y"@blog.example',
    'a@blog.example\r\nBcc: b@c.example',
    `${'a'.repeat(400)}@b.example`,
  ])('is none where the From line holds no address that a letter can be sent to: %j', (from) => {
    expect(answerAddress(from, null)).toBe(null);
    const proven = { how: 'address', authenticated: true } as const;
    expect(answerAddress(from, { ...proven, ...onFile })).toBe('anna@blog.example');
    expect(answerAddress(from, { ...proven, addressOnFile: from })).toBe(null);
  });
});
