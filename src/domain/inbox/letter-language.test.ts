import { describe, expect, it } from 'vitest';
import { letterLanguage } from './letter-language.ts';

describe('the language of a letter', () => {
  it('is the one they write in, before that of their country', () => {
    expect(letterLanguage('nl', 'DE')).toBe('nl');
    expect(letterLanguage(null, 'de')).toBe('de');
    expect(letterLanguage(null, 'BR')).toBe('pt');
  });

  it('is English where we have no letters in theirs, or a country reads several', () => {
    expect([letterLanguage('pl', 'DE'), letterLanguage(null, 'CH'), letterLanguage(null, null)]).toEqual([
      'en',
      'en',
      'en',
    ]);
  });
});
