import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readCodes } from './read-codes.ts';

const read = (body: string): string[] =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>Nordby Tea promo codes</title></head><body><h1>Nordby Tea promo codes</h1>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-23') },
  )
    .filter(({ retired }) => !retired)
    .map(({ code }) => code);
const card = (control: string) => `<div class="card"><h3>20% off tea</h3>${control}</div>`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const offer = '{"code":"STEEP20","title":"20% off"}';
const json = (text: string) => `<script type="application/json">${text}</script>`;

describe('codes in attributes', () => {
  it.each([
    ['base 64 under any name', `<button data-c="${base64('STEEP20')}">Show code</button>`],
    ['JSON in base 64', `<button data-payload="${base64(offer)}">Show code</button>`],
    ['JSON as in an address', `<button data-offer="${encodeURIComponent(offer)}">Show code</button>`],
    ['JSON escaped twice', `<button data-offer="${escaped(escaped(offer))}">Show code</button>`],
    ['a list in a call', `<div x-data="coupons([{code:'STEEP20',title:'20% off'}])"></div>`],
    ['what a binding will show', `<button [text]="open ? 'STEEP20' : 'Show code'">Show code</button>`],
    ['what a handler writes', `<button onclick="this.textContent='STEEP20'">Show code</button>`],
    [
      'what a handler copies',
      `<button onclick="navigator.clipboard.writeText('STEEP20')">Copy code</button>`,
    ],
    ['an unnamed value whose end is shown', `<a data-x1="STEEP20" href="#">Get code <i>P20</i></a>`],
    ['the title of a control that shows it', '<button title="STEEP20">Show code</button>'],
    ['the letters in reverse', '<button data-code-rev="02PEETS">Show code<i>P20</i></button>'],
    ['an element that a style fills', '<span class="c" data-c="STEEP20"></span>'],
    ['an element of its own kind', '<coupon-reveal value="STEEP20">Show code</coupon-reveal>'],
  ])('are read from %s', (_name, control) => expect(read(card(control))).toEqual(['STEEP20']));

  it.each([
    ['numbers of the offer and its network', '<a data-id="OF2291" data-network="CJ-88120">Get deal</a>'],
    ['words for no code', '<p data-coupon-code="NO_CODE_REQUIRED">Get deal</p>'],
    ['words for no code in German', '<input type="hidden" name="gutschein_code" value="KEIN CODE NÖTIG">'],
    ['a link in the place of a code', '<input type="hidden" name="coupon_code" value="DIRECTLINK">'],
    ['placeholders', '<input name="coupon_code" placeholder="ENTERCODE20">'],
    ['random tokens', '<a data-token="dD7jX5EgzXCT5ZbqsZQz" data-h="9bd1e5325314">Get deal</a>'],
  ])('are not %s', (_name, control) => expect(read(card(control))).toEqual([]));
});

describe('codes in the state of a page', () => {
  it.each([
    ['JSON in JSON', json(`{"body":${JSON.stringify(`[${offer}]`)}}`)],
    ['JSON with its marks escaped', json(offer.replaceAll('"', '&q;'))],
    ['an element that is not shown', `<div style="display:none">${escaped(`{"coupons":[${offer}]}`)}</div>`],
    ['a comment', `<code style="display:none"><!--{"coupons":[${offer}]}--></code>`],
    [
      'an object in other languages',
      json('{"tipo":"CODIGO","titulo":"3€ en té","codigo":"STEEP20","fin":null}'),
    ],
    ['a field of an offer for several', json('{"id":1,"promoCode":"STEEP20","title":"2 for $9"}')],
  ])('are read from %s', (_name, body) => expect(read(body)).toEqual(['STEEP20']));

  it('may be written as an amount of goods', () => {
    expect(read(json('{"id":1,"title":"Two tins","couponCode":"2FOR99","endsAt":"2026-12-31"}'))).toEqual([
      '2FOR99',
    ]);
  });

  it('may be written by a style sheet', () => {
    const style = '<style>.c7::after{content:"STEEP20"}</style>';
    expect(read(`${style}${card('<span class="c7"></span>')}`)).toEqual(['STEEP20']);
  });
});
