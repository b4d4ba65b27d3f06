import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

/** Live codes as they are, codes that are over with a minus before. */
const read = (body: string): string[] =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>Tea codes</title></head><body><h1>Codes</h1>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-22') },
  )
    .map(({ code, retired }) => (retired ? `-${code}` : code))
    .sort();
const table = (...rows: string[][]) =>
  `<table>${rows.map((row, at) => `<tr>${row.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`;

describe('tables', () => {
  it('tell by another column whether a code works', () => {
    const html = table(
      ['Shop', 'Code', 'Working?'],
      ['A', 'STEEP10', 'yes'],
      ['B', 'leafy', 'Yes'],
      ['C', 'OLD5', 'No'],
    );
    expect(read(html)).toEqual(['-OLD5', 'STEEP10', 'leafy']);
  });

  it('hold codes of any look, numbers and words, under a head that says what to type', () => {
    const html = table(
      ['Get', 'Type this in'],
      ['Large pizza $8.99', '9174'],
      ['20% off', 'happy feet'],
      ['A drink', 'just ask'],
    );
    expect(read(html)).toEqual(['9174', 'happy feet']);
  });

  it('hold none under a head for goods', () => {
    const html = table(
      ['Article', 'Ref', 'EAN code', 'Price'],
      ['Gift card', 'GK-050', '7640118820507', '50.00'],
    );
    expect(read(html)).toEqual([]);
  });

  it('may be drawn in plain text, under headings', () => {
    const text = [
      '--- GOOD -----------------',
      'SHOP       CODE        NOTES',
      '---------  ----------  --------------',
      'Teahouse   STEEP10     10% off',
      'Mugshop    mugbuddy    free mug',
      '--- DO NOT BOTHER --------',
      'Leafco     LEAF5       5% off',
    ].join('\n');
    expect(read(`<pre>${text}</pre>`)).toEqual(['-LEAF5', 'STEEP10', 'mugbuddy']);
  });
});

describe('lists', () => {
  it('hold a code in each line where a line of the same form holds one', () => {
    const html =
      '<ul><li>STEEP10 – 10% off</li><li>SHIPIT – free delivery</li><li>mugshot – free mug</li><li>❌ LEAF5 – 5% off</li></ul>';
    expect(read(html)).toEqual(['-LEAF5', 'SHIPIT', 'STEEP10', 'mugshot']);
  });

  it('of links are read one by one', () => {
    const html =
      '<h2>Discounts</h2><a class="b" href="/a">Pots -10% code POTS10</a> <a class="b" href="/b">Leaf, LEAF5 is sold out and expired</a>';
    expect(read(html)).toEqual(['-LEAF5', 'POTS10']);
  });

  it('are over under a sentence that says so of all that follows', () => {
    const html =
      '<p>These codes no longer work:</p><ul><li><code>LEAF5</code></li></ul><p>And this one does:</p><ul><li><code>STEEP10</code> 10% off</li></ul>';
    expect(read(html)).toEqual(['-LEAF5', 'STEEP10']);
  });

  it('of properties name the code beside the word for it', () => {
    expect(read('<dl><dt>Discount</dt><dd>10%</dd><dt>Code</dt><dd>sunny side</dd></dl>')).toEqual([
      'sunny side',
    ]);
  });
});

describe('what is over', () => {
  it('is a quoted code that an answer calls dead', () => {
    const html =
      '<article><p>Try STEEP10 for 10% off</p></article><article><blockquote>Try STEEP10 for 10% off</blockquote><p>Nope, doesn’t work any more</p></article>';
    expect(read(html)).toEqual(['-STEEP10']);
  });

  it('is not a whole page whose class names its template', () => {
    const { document } = parseHTML(
      '<!doctype html><html><head><title>Tea codes</title></head><body class="archive"><p>10% off with code STEEP10</p></body></html>',
    );
    expect(readCodes(document, { url: null, language: 'en' }).map(({ retired }) => retired)).toEqual([false]);
  });

  it('is an offer whose month has ended', () => {
    expect(read('<p>Use code LEAF5 for 5% off until the end of October 2025.</p>')).toEqual(['-LEAF5']);
  });
});
