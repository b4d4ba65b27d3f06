import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it('answers an ISO 639-1 code, or und: never a language of three letters', () => {
    expect(detectLanguage('bortaS bIr jablu’DI’ reH QaQqu’ nay’')).toBe('und');
    expect(detectLanguage('')).toBe('und');
    expect(detectLanguage('0 1 2 3')).toBe('und');
    expect(detectLanguage('Wann bekomme ich meine Zahlung?')).toBe('de');
  });
});
