import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeShape, isMasked } from './code-shape.ts';
import { findCodes } from './find-codes.ts';
import { findExpiry } from './find-expiry.ts';

const AROUND = { setOff: [], offer: true, aboutCodes: false };
const codesIn = (text: string) => findCodes(text, AROUND).map(({ code }) => code);

describe('findCodes', () => {
  it.each([
    ['Use code SAVE20 or SAVE30 at checkout', ['SAVE20', 'SAVE30']],
    ['Mit dem Gutscheincode „herbst-10“ sparen', ['herbst-10']],
    ['Utilisez le code promo NOEL15 dans votre panier', ['NOEL15']],
    ['Usa el código AHORRA5 en tu compra', ['AHORRA5']],
    ['Con il codice sconto PIOGGIA hai il 5%', ['PIOGGIA']],
    ['Use o cupom BIA10 no carrinho', ['BIA10']],
    ['Gebruik kortingscode FIETS7', ['FIETS7']],
    ['Wpisz kod rabatowy KOT15', ['KOT15']],
    ['Ange rabattkod SNÖ10 i kassan', ['SNÖ10']],
    ['Coupon code: SAVE••20', ['SAVE••20']],
    ['Enter code below. Code is valid today. Source code SAVE20.', []],
    ['promo code required', []],
  ])('%j names %j', (text, codes) => expect(codesIn(text)).toEqual(codes));

  it('stays within the text and never throws', () => {
    const words = fc.constantFrom(
      'use',
      'code',
      'SAVE20',
      '"',
      '•',
      '…',
      '20%',
      'off',
      ':',
      'at',
      'checkout',
      '-',
      'X',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join(' ');
          for (const { code, start, end } of findCodes(text, AROUND))
            expect(text.slice(start, end)).toBe(code);
        },
      ),
    );
  });
});

describe('codeShape', () => {
  it.each([
    '2026',
    '50ml',
    'GTM-K9P4TXM',
    '12/31',
    'sk_live_51HfTz9KQ2xYbN',
    '1Z999AA10123456784',
    'NW16XE',
    '#FF8800',
    'code',
    'RTX4070',
  ])('takes %s for no code', (word) => expect(codeShape(word)).toBe('none'));
  it.each(['SAVE••20', 'XXX20', '…AB12', 'SAVE**', 'AB1...'])('sees that %s hides something', (word) =>
    expect(isMasked(word)).toBe(true),
  );
  it.each(['*Price', 'Loading…', '•••', 'XL20', 'SAVE20'])('sees that %s hides nothing', (word) =>
    expect(isMasked(word)).toBe(false),
  );
});

describe('findExpiry', () => {
  const reading = { dayFirst: true, writtenAt: null };
  it.each([
    ['Expires 05/12/2026', '2026-12-05'],
    ['gültig bis 24. Dezember 2026', '2026-12-24'],
    ['jusqu’au 1er mars 2027', '2027-03-01'],
    ["valable jusqu'au 1er mars 2027", '2027-03-01'],
    ['válido hasta el 7 de diciembre de 2026', '2026-12-07'],
    ['ważny do 31 grudnia 2026', '2026-12-31'],
    ['valid November 26 – December 3, 2025', '2025-12-03'],
    ['ends June 30', null],
    ['valid until 31/02/2026', null],
    ['Submitted by mjk 11/21/26 +9 / -3', null],
    ['Order by 05/12/2026', '2026-12-05'],
  ])('%j ends on %j', (text, day) => expect(findExpiry(text, reading)).toBe(day));

  it('reads the month first where a page does, and takes the year from its own date', () => {
    expect(findExpiry('ends 05/12/2026', { ...reading, dayFirst: false })).toBe('2026-05-12');
    expect(findExpiry('ends June 30', { ...reading, writtenAt: new Date('2026-11-20') })).toBe('2027-06-30');
  });
});
