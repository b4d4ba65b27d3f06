import { describe, expect, it } from 'vitest';
import { findCodes } from './find-codes.ts';

/** @param marked with what is set off between stars. */
function codesIn(marked: string): string[] {
  const setOff: [number, number][] = [];
  let text = '';
  for (const [at, part] of marked.split('*').entries()) {
    if (at % 2 === 1) setOff.push([text.length, text.length + part.length]);
    text += part;
  }
  return findCodes(text, { setOff, offer: true, aboutCodes: false }).map(({ code }) => code);
}

describe('an ordinary word is a code', () => {
  it.each([
    ['after the word for code, before what it brings', 'With the code frosty you get 10% off', 'frosty'],
    ['in German', 'Der Rabattcode lautet sonnenschein und gilt bis Ende März.', 'sonnenschein'],
    ['in French', 'Avec le code bonheur vous avez 10 % de remise.', 'bonheur'],
    ['in Spanish', 'Con el código primavera tenéis un 10 % de descuento.', 'primavera'],
    ['in Italian', 'Il codice è pancakes e vale il 10% su tutto.', 'pancakes'],
    ['in Portuguese', 'Usem o cupom *brigadeiro* e ganhem frete grátis.', 'brigadeiro'],
    ['in Dutch', 'Met de code zonnetje krijg je 10% korting.', 'zonnetje'],
    ['in Polish', 'Z kodem truskawka dostaniecie 10% rabatu.', 'truskawka'],
    ['in Swedish', 'Med koden sommarlov får ni 20 % rabatt.', 'sommarlov'],
    ['alone after a colon, two words too', 'Promo code: big bird', 'big bird'],
    ['typed into a field', 'Pop sunshine into the promo field and ten percent disappears.', 'sunshine'],
    ['said to be the word', 'Mit dem Wort Sternschnuppe im Gutscheinfeld spart ihr 5 Euro.', 'Sternschnuppe'],
    ['spelled out', 'Try: rowerek (małymi literami), 12 zł off', 'rowerek'],
    ['set off, as the code', 'Members use the word *compost* as the discount code and save £4.', 'compost'],
    ['in quotes with a verb at the end', 'Bei uns „wolle“ eingeben und 20 % sparen', 'wolle'],
  ])('%s', (_name, text, code) => expect(codesIn(text)).toEqual([code]));
});

describe('no word is a code', () => {
  it.each([
    ['what goes into a cart', 'Add products to your basket and get 20% off.'],
    ['what a code is like', 'Le code est personnel et donne 20 % de remise.'],
    ['in German', 'Der Code ist personalisiert und gilt für 20 % Rabatt.'],
    ['an address to enter', 'Wpisz swój adres e-mail w polu i odbierz 20% rabatu.'],
    ['an example', 'Enter your code (e.g. SAVE20) at checkout for 20% off'],
    ['how somebody pays', 'Con Bizum al pagar te descuentan 5 €.'],
    ['a form', 'Il reso è gratuito, sconto 10%, con il modulo RSO-30.'],
    ['a model', '4% em livros, 10% em e-readers (LEV-X2, KND-11)'],
    ['a key of another kind', 'Style code: *SBL32*, colour code: *INK*, 20% off'],
  ])('%s', (_name, text) => expect(codesIn(text)).toEqual([]));
});

describe('no code', () => {
  it.each([
    ['is who said it', 'ratchetbob (10/02/26): Anybody got a code for the drills, 10% off?'],
    ['is who said it, in French', 'Camille84 – 02/10/2026 : Parfait, 15 % avec le code.'],
    ['is the name of the field', 'Den Code im Feld „Rabattcode“ eingeben und 10 % sparen.'],
    ['is a button', 'Código de descuento: Añadir'],
  ])('%s', (_rule, text) => expect(codesIn(text)).toEqual([]));
});
