import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

describe('unsubscribeToken', () => {
  it('gives back the address it was made for, under its own key only', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string({ minLength: 1 }), (address, key) => {
        const token = unsubscribeToken(address, key);
        expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
        expect(readUnsubscribeToken(token, key)).toBe(address.toLowerCase());
        expect(readUnsubscribeToken(token, `${key}x`)).toBeNull();
      }),
    );
  });

  it('refuses a token in which anything was changed', () => {
    const token = unsubscribeToken('ann@blog.test', 'key');
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      // The last letter of a base64 text may hold bits that mean nothing.
      if (at === token.length - 1) continue;
      expect(readUnsubscribeToken(changed, 'key')).toBeNull();
    }
    expect(readUnsubscribeToken('', 'key')).toBeNull();
  });
});
