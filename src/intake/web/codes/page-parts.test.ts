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
    ['that is named after what it takes off', '<p>MARA15 · 15% off leggings</p>', 'MARA15'],
    ['after what it takes off', '<p>Readers get 10% off with TRAILREADS at Lampshop.</p>', 'TRAILREADS'],
    ['equal to what it gives', '<p>Riegel: NILSBAR = 15% Rabatt</p>', 'NILSBAR'],
    ['after a button', '<p>20% off. Code: <a href="#">click to reveal</a> STEEP20</p>', 'STEEP20'],
    ['in the marks of plain text', '<pre>- **LEAFY5** — 5% off mugs</pre>', 'LEAFY5'],
  ])('name a code %s', (_name, body, code) => expect(read(body, 'A letter')).toEqual([code]));

  it.each([
    [
      'the next one says so of that code',
      '<p>We promised 10% with code LEAFY5. Tea is sold out and we have switched that code off.</p>',
    ],
    ['it was a year ago', '<p>Last year Zaply ran LEAFY5 for 5% off.</p>'],
    ['it was killed', '<p>Use code LEAFY5 for 5% off. Sorry, they killed it.</p>'],
  ])('say that a code is over when %s', (_name, body) => expect(read(body)).toEqual(['-LEAFY5']));

  it('give a code no last day of another one', () => {
    const body =
      '<div><p>5% off with the code LEAFY5.</p><p>The code STEEPER9 ended on 15 October 2026.</p></div>';
    expect(read(body, 'A letter')[0]).toBe('LEAFY5');
  });

  it.each([
    ['a list of topics', '<p>Promo codes: House, Garden, Tea</p>'],
    ['a question', '<p>Was it 40% off? LOOPY or ROAST40 or something</p>'],
    ['kinds of rooms', '<p>Weekend offers: room type DLX2 from €89, 15% off.</p>'],
    ['numbers of episodes', '<p>50% off Mealbox. Episode code EP012, ISRC GB-ABC-12-00012.</p>'],
    ['products beside a discount', '<p>Makira DHP484 18V – 20% off – $99</p>'],
    ['what is pressed', '<p>Save 10%: click APPLYNOW at checkout.</p>'],
  ])('name no code in %s', (_name, body) => expect(read(body)).toEqual([]));

  it('may stand on a line of its own between what it gives and where it goes', () => {
    const body = '<p>5 € off for you</p><p style="font-size:28px">LEAFY5</p><p>Enter it in your cart.</p>';
    expect(read(body, 'A letter')).toEqual(['LEAFY5']);
  });
});

describe('parts of a card', () => {
  it('make one code when they touch', () => {
    expect(read('<p>10% off</p><p class="promo-code"><b>ZAP</b><b>TEN10</b></p>')).toEqual(['ZAPTEN10']);
  });

  it('hold a word before the button that copies it', () => {
    const body =
      '<div class="popup" style="display:none"><h4>10% off</h4><strong>ZAPTEN</strong><button>Copy</button></div>';
    expect(read(body)).toEqual(['ZAPTEN']);
  });

  it('of plain text go on to the next field of the same name', () => {
    const record = (code: string, day: string) => `CODE: ${code}\nSAVE: 5%\nEXPIRES: ${day}\n\n`;
    const body = `<pre>${record('ZAPNEW5', '2026-12-31')}${record('ZAPOLD5', '2026-10-01')}</pre>`;
    expect(read(body)).toEqual(['ZAPNEW5', '-ZAPOLD5']);
  });

  it('do not begin with the title of a table', () => {
    const body =
      '<table><tr><th colspan="2">Zaply</th></tr><tr><th>Code</th><th>Saving</th></tr><tr><td>ZAPA</td><td>$5</td></tr></table>';
    expect(read(body)).toEqual(['ZAPA']);
  });

  it('say of one code that it works though another did not', () => {
    const body = "<p>ZAPOLD5 didn't work for me but ZAPNEW15 did, 15% off.</p>";
    expect(read(body)).toEqual(['-ZAPOLD5', 'ZAPNEW15']);
  });

  it('hold no password of another thing', () => {
    expect(read('<p>20% off. WiFi password: GUEST2026.</p>', 'A hotel')).toEqual([]);
  });

  it.each([
    ['links', '<a data-x="ABC10">Show code</a>'.repeat(20_000)],
    ['parts beside the text', '<aside>'.repeat(5_000)],
    ['pieces', `<p class="promo-code">${'<b>AB1</b>'.repeat(20_000)}</p>`],
    ['empty elements', '<span data-c="ABC10">'.repeat(3_000)],
    ['packed JSON', `<p data-a="${'%7B'.repeat(60_000)}"></p>`],
  ])('come to an end with many %s', (_name, body) => expect(read(body).length).toBeLessThan(50), 120_000);
});

describe('what opens over the page', () => {
  const offer = '<article><h3>15% off tea</h3><button data-dialog="d1">Show code</button></article>';

  it('does not go by the heading that it happens to stand under', () => {
    const window = '<dialog id="d1"><p>Your code:</p><input readonly value="KETTLE15"></dialog>';
    expect(read(`${offer}${old}${window}`).toSorted()).toEqual(['-LEAFY5', 'KETTLE15']);
  });

  it('goes by it inside an offer that is over', () => {
    const over =
      '<h2>Expired codes</h2><ul><li class="expired"><h3>5% off</h3><button>Show code</button><template x-if="open"><strong>LEAFY5</strong></template></li></ul>';
    expect(read(over).filter((code) => !code.startsWith('-'))).toEqual([]);
  });

  it('is a template that a button of the offer shows', () => {
    const body =
      '<div x-data="{open:false}"><h3>12% off tea</h3><button @click="open=true">Show the code</button><template x-if="open"><div class="modal"><p>Copy the code</p><strong x-ref="code">TEAPOT12</strong></div></template></div>';
    expect(read(body)).toEqual(['TEAPOT12']);
  });
});

describe('a field that ends an offer', () => {
  it('is not over because what follows the offers is', () => {
    const body =
      '<div id="offers"><div class="offer"><p>Free shipping</p><a href="/go/1">Show Code</a><div class="wrap"><input readonly class="code" value="FREELEAF"></div></div></div><h2>Codes that stopped working</h2><table><tr><th>Code</th><th>Last worked</th></tr><tr><td>STEEP25</td><td>Oct 13</td></tr></table>';
    expect(read(body).toSorted()).toEqual(['-STEEP25', 'FREELEAF']);
  });
});

describe('other places of codes', () => {
  it('are lists in a program that are called so', () => {
    const script =
      '<script>var dealCodes={"61190":{"c":"BREW10","u":"/out/61190"},"61155":{"c":"BREW25","u":"/out/61155"}};function open(i){}</script>';
    expect(read(`<p>10% off</p>${script}`).toSorted()).toEqual(['BREW10', 'BREW25']);
  });

  it('are what took the place of a code that is over', () => {
    const body = '<p>The old code STEEP20 no longer works: now it’s the code STEEP30, 10% off.</p>';
    expect(read(body).toSorted()).toEqual(['-STEEP20', 'STEEP30']);
  });

  it('are no goods under a head that says voucher', () => {
    const body =
      '<table><tr><th>Voucher</th><th>Saving</th></tr><tr><td>Teapots</td><td>15%</td></tr><tr><td>Caddies</td><td>10%</td></tr></table>';
    expect(read(body)).toEqual([]);
  });
});
