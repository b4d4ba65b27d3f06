import { describe, expect, it } from 'vitest';
import { isoLanguage } from './iso-language.ts';

describe('a language as the doors show it', () => {
  it('is its ISO 639-1 code, without a region', () => {
    expect(['en', 'de-AT', 'PT_BR'].map(isoLanguage)).toEqual(['en', 'de', 'pt']);
  });

  it('is null where nothing tells, or ISO 639-1 does not list it', () => {
    expect(['und', '', 'tlh', 'x'].map(isoLanguage)).toEqual([null, null, null, null]);
  });
});
