import { describe, expect, it } from 'vitest';
import { amounts } from './amounts.ts';
import { couponCodes } from './codes.ts';
import { deadlineWords } from './deadline-words.ts';
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
    ['Wir hätten gern 10 Prozent Provision.', '10 Prozent'],
    ['Nous demandons quinze pour cent de commission.', 'quinze pour cent'],
    ['Could our rate go from 8 to 12?', '12'],
    ['We would like double digits in commission.', null],
    ['10% of them are men, and your commission is fine', null],
    ['VAT at 20% was missing on the commission', null],
    ['Öffnungszeiten vom 24 bis 26, dal 24 al 26 gennaio: provvigione invariata', null],
  ])('reads from "%s" %s', (text, rate) => {
    expect(requestedRate(text)).toBe(rate);
  });
});

describe('deadlineWords', () => {
  it.each([
    ['Please confirm by Friday.', 'Friday'],
    ['Wir brauchen die Banner bis zum 3. Dezember', '3. Dezember'],
    ['I need them before the end of the week', 'end of the week'],
    ['Il me faudrait votre accord avant vendredi', 'vendredi'],
    ['Mi serve entro venerdì', 'venerdì'],
    ['Lo necesito antes del 5 de enero', '5 de enero'],
    ['Preciso disso até sexta-feira', 'sexta-feira'],
    ['Graag een reactie uiterlijk vrijdag 12.00 uur', 'vrijdag 12.00 uur'],
    ['Remove it within 14 days', '14 days'],
    ['The guide closes on 20 November', 'on 20 November'],
    ['Could you send it today?', 'today'],
  ])('reads from "%s" %s', (text, words) => {
    expect(deadlineWords(text)?.text).toBe(words);
  });

  it.each([
    'It has been down since Monday',
    'On 11 March we applied, and nothing came',
    'Ich habe bis heute keine Antwort',
    'My channel turns 5 years old in March',
    'Das war so nicht besprochen',
  ])('takes no date that only tells when something was: "%s"', (text) => {
    expect(deadlineWords(text)).toBeNull();
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
