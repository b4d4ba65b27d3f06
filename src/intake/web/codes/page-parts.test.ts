import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

/** Live codes as they are, codes that are over with a minus before. */
const read = (body: string, about = 'Nordby Tea promo codes'): string[] =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>${about}</title></head><body><h1>${about}</h1>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-23') },
  ).map(({ code, retired }) => (retired ? `-${code}` : code));
const old =
  '<h2>Expired codes</h2><ul><li><code>LEAFY5</code> 5% off</li><li>a</li><li>b</li><li>c</li></ul>';

describe('headings that say it is over', () => {
  it('hold for what follows in boxes of its own', () => {
    const body =
      '<div class="head"><h2>Expired codes</h2><p>They are gone.</p></div><div><h4>5% off</h4><code>LEAFY5</code></div>';
    expect(read(body)).toEqual(['-LEAFY5']);
  });

  it.each([
    [
      'beside the text',
      `<main>${old}</main><aside><h4>Popular</h4><p>10% off <code>ACME10</code></p></aside>`,
    ],
    ['in another box', `<div>${old}</div><div><h4>Popular</h4><p>10% off <code>ACME10</code></p></div>`],
  ])('do not hold for a part of its own %s', (_name, body) => {
    expect(read(body)).toEqual(['-LEAFY5', 'ACME10']);
  });
});

describe('ends of codes on the control that shows them', () => {
  const modal = '<div role="dialog"><p>10% off your first order</p><span class="code">STEEP10</span></div>';
  const control = (end: string) =>
    `<ul><li><h3>10% off</h3><a class="cta"><i>Get code</i><i>${end}</i></a></li></ul>`;

  it('are left out when a small window holds the whole', () => {
    expect(read(`${modal}${control('…P10')}`)).toEqual(['STEEP10']);
  });

  it('are left out when they are too short to tell anything', () => {
    expect(read(control('10'))).toEqual([]);
  });

  it('are no codes of their own', () => {
    const state =
      '<script type="application/json">[{"id":1,"title":"10% off","code":"STEEPENT","ends":null}]</script>';
    expect(read(`${control('ENT')}${state}`)).toEqual(['STEEPENT']);
  });
});

describe('cells and properties', () => {
  it('hold a code besides the link that shows it', () => {
    const body =
      '<dl><dt>Code:</dt><dd><a href="#">click to see it</a> <strong class="hidden">loop4free</strong></dd><dt>Discount:</dt><dd>free delivery</dd></dl>';
    expect(read(body)).toEqual(['loop4free']);
  });

  it('hold a code without what a badge says of it', () => {
    const row = (code: string) =>
      `<tr><td>Nordby</td><td><tt>${code}</tt> <span>NEW</span></td><td>5 EUR</td></tr>`;
    expect(read(`<table><tr><th>Shop</th><th>Code</th><th>Gives</th></tr>${row('LEAFY5')}</table>`)).toEqual([
      'LEAFY5',
    ]);
  });

  it('say in a column of results what failed', () => {
    const body =
      '<table><tr><th>Code</th><th>Gives</th><th>Last result</th></tr><tr><td>STEEP20</td><td>20% off</td><td>Worked</td></tr><tr><td>LEAFY5</td><td>5% off</td><td>Failed since 1 Sep</td></tr></table>';
    expect(read(body)).toEqual(['STEEP20', '-LEAFY5']);
  });

  it.each([
    [
      'models',
      '<table><tr><td>Model</td><td>RTL-C40-BLU</td></tr><tr><td>Price</td><td>129 €</td></tr></table>',
    ],
    ['what a row calls otherwise', '<table><tr><th>Network</th><td>AVANTLINK 118204</td></tr></table>'],
    ['links of a menu', '<nav><ul><li class="menu-item"><a href="/bf">BLACK FRIDAY 2026</a></li></ul></nav>'],
    [
      'numbers of goods in structured data',
      '<script type="application/ld+json">{"@type":"Product","sku":"STEEP20"}</script><p>STEEP20</p><p>20% off</p>',
    ],
    ['keys made of X', '<p>Your code looks like XXXXX-XXXXX-XXXXX</p>'],
  ])('hold no codes in %s', (_name, body) => expect(read(body)).toEqual([]));

  it('hold several codes, each by itself', () => {
    const body =
      '<p>20% off</p><div class="couponcode-wrap"><span class="couponcode">ROAST30</span> <span class="couponcode">MUGLIFE</span></div>';
    expect(read(body)).toEqual(['ROAST30', 'MUGLIFE']);
  });
});

describe('sentences', () => {
  it.each([
    [
      'right before the place',
      '<p>For you, the usual: TEAFRIENDS at checkout takes $5 off.</p>',
      'TEAFRIENDS',
    ],
    ['handed out', '<p>Their pop-up hands out HELLOWAX for a fiver off.</p>', 'HELLOWAX'],
    ['after a button', '<p>20% off. Code: <a href="#">click to reveal</a> STEEP20</p>', 'STEEP20'],
    ['in the marks of plain text', '<pre>- **LEAFY5** — 5% off mugs</pre>', 'LEAFY5'],
  ])('name a code %s', (_name, body, code) => expect(read(body, 'A letter')).toEqual([code]));

  it.each([
    [
      'the next one says so of that code',
      '<p>We promised 10% with code LEAFY5. Tea is sold out and we have switched that code off.</p>',
    ],
    ['it was killed', '<p>Use code LEAFY5 for 5% off. Sorry, they killed it.</p>'],
  ])('say that a code is over when %s', (_name, body) => expect(read(body)).toEqual(['-LEAFY5']));

  it('give a code no last day of another one', () => {
    const body =
      '<div><p>5% off with the code LEAFY5.</p><p>The code STEEPER9 ended on 15 October 2026.</p></div>';
    expect(read(body, 'A letter')[0]).toBe('LEAFY5');
  });

  it.each([
    ['a list of topics', '<p>Promo codes: House, Garden, Tea</p>'],
    ['what is pressed', '<p>Save 10%: click APPLYNOW at checkout.</p>'],
  ])('name no code in %s', (_name, body) => expect(read(body)).toEqual([]));
});
