import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeFormulas, unescapeFormulas } from './formula-text.ts';

const formulaLike = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', "'", 'a', '1', '＝', '"', ',', '\u00a0'),
    {
      maxLength: 12,
    },
  )
  .map((letters) => letters.join(''));

describe('formula text', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['  @SUM(A1)', "'  @SUM(A1)"],
    ['-5', "'-5"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['safe\n=cmd', "safe\n'=cmd"],
    ['safe\r\n+cmd', "safe\r\n'+cmd"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ["it's", "it's"],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(escapeFormulas(text)).toBe(written);
    expect(unescapeFormulas(written)).toBe(text);
  });

  it('gives back whatever it was given', () => {
    fc.assert(
      fc.property(fc.oneof(formulaLike, fc.string({ unit: 'grapheme' })), (text) => {
        expect(unescapeFormulas(escapeFormulas(text))).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves no line that a spreadsheet would run', () => {
    fc.assert(
      fc.property(formulaLike, (text) => {
        const written = escapeFormulas(text);
        expect(written).not.toMatch(/^[\t\r]/);
        for (const line of written.split(/[\r\n]/)) expect(line.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
      { numRuns: 1_000 },
    );
  });
});
