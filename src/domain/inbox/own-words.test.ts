import { describe, expect, it } from 'vitest';
import { ownWords, readsAsLetter } from './own-words.ts';

describe('ownWords', () => {
  it('puts a greeting and a farewell round bare words, in the language of the mail', () => {
    expect(ownWords('Nous regardons cela demain.', 'fr').body).toBe(
      'Bonjour,\n\nNous regardons cela demain.\n\nCordialement,\nL’équipe d’affiliation',
    );
    expect(ownWords('We look into it.', 'pl').body).toMatch(/^Hello,\n\nWe look into it\.\n\nKind regards/);
  });

  it('greets in the language of the words where they tell it', () => {
    expect(ownWords('Thank you, we will come back to you on Monday.', 'it').body).toMatch(/^Hello,/);
    expect(ownWords('Wir melden uns am Montag bei Ihnen.', 'en').body).toMatch(/^Guten Tag,/);
  });

  it('leaves a whole letter as it is', () => {
    const letter = 'Dear Anna,\n\nwe look into it.\n\nBest wishes\nTom';
    expect(ownWords(letter, 'en').body).toBe(letter);
  });
});

describe('readsAsLetter', () => {
  it.each([
    'Hello Anna, we pay on Friday.',
    'We pay on the first of each month; yours leaves on Friday.',
    'Sehr geehrte Frau Weber, die Auszahlung folgt am Freitag.',
  ])('takes “%s” for the letter itself', (comment) => {
    expect(readsAsLetter(comment)).toBe(true);
  });

  it.each([
    'Make it shorter.',
    'Please mention the return window as well, and be a little friendlier.',
    'Too long',
    'Tell her that we pay on the first of each month, and thank her for waiting.',
    'ok',
  ])('takes “%s” for word on how to write', (comment) => {
    expect(readsAsLetter(comment)).toBe(false);
  });
});
