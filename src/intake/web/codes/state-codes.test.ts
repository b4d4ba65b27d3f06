import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { literalsInScript } from './literals-in-script.ts';
import { readCodes } from './read-codes.ts';

/** Live codes as they are, codes that are over with a minus before. */
const read = (body: string): string[] =>
  readCodes(
    parseHTML(
      `<!doctype html><html lang="en"><head><title>Nordby Tea codes</title></head><body><h1>Nordby</h1>${body}</body></html>`,
    ).document,
    { url: null, language: 'en', asOf: new Date('2026-11-22') },
  ).map(({ code, retired }) => (retired ? `-${code}` : code));
const script = (text: string) => `<script>${text}</script>`;

describe('codes that only a program holds', () => {
  it.each([
    [
      'an object of the program, its values given as arguments',
      script(
        'window.__NUXT__=(function(a,b){return {offers:[{id:1,code:"STEEP10",end:"2027-01-01",expired:a},{id:2,code:"LEAF5",expired:b}]}}(!1,!0));',
      ),
      ['STEEP10', '-LEAF5'],
    ],
    [
      'a list that names its values by their place',
      '<script type="application/json">[["Reactive",1],{"offers":2},[3,7],{"id":4,"title":5,"code":6,"expired":11},101,"10% off","STEEP10",{"id":8,"title":9,"code":10,"expired":12},102,"Old","LEAF5",false,true]</script>',
      ['STEEP10', '-LEAF5'],
    ],
    [
      'pieces of a stream',
      script('self.__next_f.push([1,"5:{\\"offer\\":{\\"title\\":\\"10% off\\",\\"voucherCode\\":\\"STE"])') +
        script('self.__next_f.push([1,"EP10\\",\\"endDate\\":\\"2027-01-01\\"}}\\n"])'),
      ['STEEP10'],
    ],
    [
      'a string of JSON',
      script(`x=JSON.parse('{"coupons":[{"id":1,"couponCode":"oolong","active":true}]}')`),
      ['oolong'],
    ],
    [
      'a list under a name for what is over',
      '<script type="application/json">{"expiredOffers":[{"title":"10% off","promoCode":"LEAF5"}],"offers":[{"title":"10% off","promoCode":"STEEP10"}]}</script>',
      ['-LEAF5', 'STEEP10'],
    ],
    [
      'references to what is over',
      script(
        's={"Shop:1":{"vouchers({\\"state\\":\\"EXPIRED\\"})":[{"__ref":"Voucher:2"}]},"Voucher:2":{"__typename":"Voucher","id":"2","gutscheincode":"LEAF5"}}',
      ),
      ['-LEAF5'],
    ],
    [
      'the text of a description',
      script('var d={"shortDescription":"Thanks to Nordby, use STEEPER for 20% off at nordby.example"}'),
      ['STEEPER'],
    ],
    [
      'a value in base 64',
      '<p>15% off</p><button data-code="RUFSTEdSRVkxNQ==">Show code</button>',
      ['EARLGREY15'],
    ],
    [
      'an argument among others',
      `<p>10% off dog food</p><button onclick="showVoucher(118840,'BONZO10','/out?v=1')">Show code</button>`,
      ['BONZO10'],
    ],
    ['a small window', '<template id="exit-popup"><p>10% off with code STEEP10</p></template>', ['STEEP10']],
  ])('are read from %s', (_name, body, codes) => expect(read(body).sort()).toEqual([...codes].sort()));

  it('stand for their mask in the page', () => {
    const body =
      '<ul><li><h3>20% off</h3><button>•••P10 Show code</button></li></ul><script type="application/json">{"offers":[{"title":"20% off","code":"STEEP10"}]}</script>';
    expect(read(body)).toEqual(['STEEP10']);
  });

  it.each([
    ['numbers of offers', '<div data-voucher="771204"><p>10% off</p></div>'],
    ['goods', script('var p={"sku":"NK-K200","code":"NKK200-B","price":40,"discount":20}')],
    [
      'what goes into a cart',
      '<p>Save 20%</p><button data-sku="X1" data-code="93310882-INK">Add to bag</button>',
    ],
    ['words of the program', script('t={"promoCode":"Rabattkod","codeType":"UNIQUE","checkout":"Kassa"}')],
  ])('are not %s', (_name, body) => expect(read(body)).toEqual([]));

  it.each([
    ['open brackets', `x=${'[{a:'.repeat(100_000)}`],
    ['open functions', `x=${'[{a:function(){return {b:['.repeat(30_000)}`],
    ['open comments', '={/*'.repeat(50_000)],
    ['sums', `x={${'a:b+c,'.repeat(100_000)}`],
  ])('come to an end with %s', (_name, text) => expect(literalsInScript(text).length).toBeLessThan(300));
});
