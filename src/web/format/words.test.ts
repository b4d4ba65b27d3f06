import { describe, expect, it } from 'vitest';
import { unbroken, words } from './words.ts';

describe('unbroken', () => {
  it('keeps a number and its unit on one line, and touches nothing else', () => {
    expect(unbroken('31.2 % of 40 orders in 60 s, 3 signs')).toBe(
      '31.2\u00A0% of 40 orders in 60\u00A0s, 3 signs',
    );
  });
});

describe('words', () => {
  it.each([
    ['browser_extension', 'browser extension'],
    ['score-partners', 'score partners'],
    ['inputTokens', 'input tokens'],
  ])('reads %s as %s', (name, expected) => {
    expect(words(name)).toBe(expected);
  });
});
