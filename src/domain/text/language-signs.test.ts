import { describe, expect, it } from 'vitest';
import { languageByLittleWords, languageByScript } from './language-signs.ts';

describe('languageByScript', () => {
  it.each([
    ['متى يتم الدفع؟', 'ar'],
    ['お世話になっております', 'ja'],
    ['Когда будет выплата?', 'ru'],
    ['When?', null],
    ['12 %', null],
  ])('says of "%s" %s', (text, language) => {
    expect(languageByScript(text)).toBe(language);
  });
});

describe('languageByLittleWords', () => {
  it.each([
    ['wann kommt die zahlung fur den oktober und wie hoch ist sie', 'de'],
    ['no lo se pero el pago no llega y yo espero', 'es'],
    ['ok', null],
  ])('says of "%s" %s', (text, language) => {
    expect(languageByLittleWords(text.split(' '))).toBe(language);
  });
});
