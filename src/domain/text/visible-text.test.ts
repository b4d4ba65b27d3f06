import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it('leaves ordinary words of any script alone', () => {
    for (const text of ['Dealzone GmbH & Co.', 'Цены', '割引', 'خصم', 'Café 50 %']) {
      expect(visibleText(text, 100)).toBe(text);
    }
  });

  it.each([
    ['bidi override', 'a\u202Eb', 'a⟨U+202E⟩b'],
    ['zero width space', 'a\u200Bb', 'a⟨U+200B⟩b'],
    ['tag characters', 'a\u{E0041}b', 'a⟨U+E0041⟩b'],
    ['variation selector', 'a\u{E0101}b', 'a⟨U+E0101⟩b'],
    ['Hangul filler', 'a\u3164b', 'a⟨U+3164⟩b'],
    ['line break', 'a\nb', 'a⟨U+000A⟩b'],
    ['line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['lone surrogate', 'a\uD800b', 'a⟨U+D800⟩b'],
  ])('marks a %s', (_name, text, shown) => {
    expect(visibleText(text, 100)).toBe(shown);
  });

  it('cuts what is too long and says so', () => {
    expect(visibleText('abcdef', 3)).toBe('abc…');
    expect(visibleText('abc', 3)).toBe('abc');
  });

  it('leaves nothing unseen in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text, 1_000)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});
