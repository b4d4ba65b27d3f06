import { describe, expect, it } from 'vitest';
import { amounts } from './amounts.ts';
import { couponCodes } from './codes.ts';
import { linksIn } from './links.ts';
import { orderReferences } from './order-references.ts';
import { requestedRate } from './requested-rate.ts';

describe('requestedRate', () => {
  it.each([
    ['Could you raise us from 7% to 10%?', '10%'],
    ['Wir haben derzeit 5 % und hätten gern 8 %.', '8 %'],
    ['Pouvez-vous passer à 12 % ?', '12 %'],
    ['I give my readers 20% off', null],
    ['No figure here', null],
  ])('reads from "%s" %s', (text, rate) => {
    expect(requestedRate(text)).toBe(rate);
  });
});

describe('orderReferences', () => {
  it.each([
    ['a test purchase, order TTL-77120, never showed', ['TTL-77120']],
    ['Bestellung Nr. 66310 und 66342 fehlen', ['66310', '66342']],
    ['commande n° 887120', ['887120']],
    ['It was ordered on 2026-11-02', []],
    ['three orders are missing: 88120453, 88120460', ['88120453', '88120460']],
    ['sale PF-60418 is missing, my publisher id is 33018', ['PF-60418']],
  ])('reads from "%s"', (text, references) => {
    expect(orderReferences(text)).toEqual(references);
  });
});

describe('amounts', () => {
  it('keeps them as written, with their currency', () => {
    expect(amounts('You owe £412.80, that is 1.480,00 EUR or 3,400 دولار')).toEqual([
      '£412.80',
      '1.480,00 EUR',
      '3,400 دولار',
    ]);
  });
});

describe('couponCodes', () => {
  it('takes what looks like a code or is called one', () => {
    expect(couponCodes('RAE10 works, and could I have a code KOFI?')).toEqual(['RAE10', 'KOFI']);
  });
});

describe('linksIn', () => {
  it('leaves the sentence its punctuation and takes only web links', () => {
    expect(
      linksIn('See https://a.example/x. (https://b.example)', ['mailto:x@y.example', 'http://c.example']),
    ).toEqual(['https://a.example/x', 'https://b.example', 'http://c.example']);
  });
});
