import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { SeenCode } from '../../../domain/sightings/seen-code.ts';
import { readCodes } from './read-codes.ts';

const AS_OF = new Date('2026-11-20T12:00:00Z');
const read = (body: string, head = '<title>Shop promo codes</title>') =>
  readCodes(
    parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`).document,
    {
      url: null,
      language: 'en',
      asOf: AS_OF,
    },
  );

describe('readCodes', () => {
  it('gives each code with its discount, terms, shop and last day, as the schema says', () => {
    const [seen] = read(
      '<div><p>Get 20% off at Kestrel Bikes with code RIDE20 until 31 December 2026. New customers only.</p></div>',
      '',
    );
    expect(SeenCode.parse(seen)).toMatchObject({
      code: 'RIDE20',
      merchant: 'Kestrel Bikes',
      discount: '20% off',
      terms: 'New customers only.',
      expires: '2026-12-31',
      masked: false,
      retired: false,
      how: 'text',
    });
  });

  it.each([
    ['a past date', '<div class="c"><p>Use code OLD20 for 20% off, ends 1 May 2026</p></div>'],
    ['a struck word', '<p>20% off with code <s>OLD20</s></p>'],
    ['a heading', '<h2>Expired codes</h2><ul><li>20% off: OLD20</li></ul>'],
    ['a class', '<div class="offer offer--expired"><b data-coupon="OLD20">20% off</b></div>'],
    ['a comment', '<!-- <p>Use coupon code OLD20</p> -->'],
    ['a template', '<template><p>Use coupon code OLD20</p></template>'],
    ['a hidden list', '<div style="display:none"><p>Use coupon code OLD20</p></div>'],
    [
      'its state',
      '<script type="application/json">{"coupons":[{"couponCode":"OLD20","isExpired":true}]}</script>',
    ],
  ])('never reports a code live that %s retires', (_name, html) => {
    expect(read(html)).toMatchObject([{ code: 'OLD20', retired: true }]);
  });

  it('leaves out the mask of a code that is shown whole in the same card', () => {
    const card =
      '<div class="card"><p>20% off</p><button data-coupon="WINTER20">Show code <i>…R20</i></button></div>';
    expect(
      read(card + card.replaceAll('WINTER20', 'SUMMER25').replace('…R20', '…R25')).map(({ code }) => code),
    ).toEqual(['WINTER20', 'SUMMER25']);
  });

  it('dates `ends tonight` only on a page whose own date is known', () => {
    const html = '<p>Use code NIGHT20 for 20% off, ends tonight</p>';
    expect(read(html)[0]?.expires).toBeNull();
    const dated = '<meta property="article:published_time" content="2026-11-20T08:00:00Z">';
    expect(read(html, dated)[0]?.expires).toBe('2026-11-20');
  });

  it.each([
    ['<p>SKU: AB-1234, order number XK20391, tracking 1Z999AA10123456784.</p>'],
    [
      '<p>Enter the verification code 482913.</p><p>Error code E4012. Zip code 90210. Dress code BLACKTIE.</p>',
    ],
    ['<p>Ask for a promo code at checkout. Your discount code is sent by email.</p>'],
    ['<div class="code">#FF8800</div><p data-code="US">10% off in the United States</p>'],
    ['<script>gtag("config","G-4TQ8WX1ZKP");var apiKey="sk_live_51HfTz9KQ2xYbN";</script>'],
    ['<p>20% off NIKE and ADIDAS with PAYPAL</p>'],
  ])('finds no code in %s', (html) => expect(read(html, '<title>A shop</title>')).toEqual([]));

  it.each([
    ['many words', `<p>${'use code '.repeat(60_000)}</p>`],
    ['one long word', `<p>Use code ${'A'.repeat(400_000)} at checkout</p>`],
    ['hyphens', `<p>Use code ${'A-'.repeat(200_000)}</p>`],
    ['masks', `<p>Coupon ${'•*'.repeat(200_000)} code</p>`],
    ['open quotes', `<p>code ${'"'.repeat(200_000)}</p>`],
    ['digits', `<p>valid until ${'1/1/'.repeat(100_000)} promo code</p>`],
    ['brackets for scripts', `<script>var coupon=${'[{"a":'.repeat(100_000)}</script>`],
    [
      'a state of 5 MB',
      `<script type="application/json">{"coupons":[${Array(60_000).fill('{"code":"A1","title":"10% off everything here"}').join()}]}</script>`,
    ],
    ['deep nesting', `${'<div>'.repeat(10_000)}Use code DEEP20 for 20% off`],
    ['many elements', '<span>x</span>'.repeat(100_000)],
  ])(
    'comes to an end with %s',
    (_name, html) => {
      expect(read(html).length).toBeLessThan(50);
    },
    // Far more than it takes: the machine may be busy, and what never ends is found all the same.
    120_000,
  );
});
