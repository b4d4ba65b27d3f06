import { describe, expect, it } from 'vitest';
import { looksLikeApiToken, looksLikeSignInToken, sameSecret, secretHash } from './secret.ts';

const SECRET = 'q'.repeat(43);

describe('secrets', () => {
  it('are kept as the sha256 of the whole text', () => {
    expect(secretHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are recognised by prefix, length and alphabet', () => {
    expect(looksLikeApiToken(`mk_${SECRET}`)).toBe(true);
    expect(looksLikeSignInToken(SECRET)).toBe(true);
    for (const wrong of [
      '',
      'mk_',
      SECRET,
      `mk_${SECRET}q`,
      `mk_${SECRET.slice(1)}`,
      `MK_${SECRET}`,
      `mk_${'='.repeat(43)}`,
    ]) {
      expect(looksLikeApiToken(wrong), wrong).toBe(false);
    }
  });

  it('are equal only when every character is', () => {
    expect(sameSecret(SECRET, SECRET)).toBe(true);
    expect(sameSecret(SECRET, `${SECRET}q`)).toBe(false);
    expect(sameSecret('', SECRET)).toBe(false);
  });
});
