import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { jsonInScript } from './json-in-scripts.ts';
import { type StateOffer, stateOffers } from './state-offers.ts';

const SCRIPTS_MAX = 400;
const ALL_CHARACTERS_MAX = 24_000_000;
const KEYS = /coupon|promo|voucher|discount|gutschein|rabatt|kupon|cupon|cupom/i;
/** An assignment in an object of a program, which is no JSON: `couponCode:"SAVE20"`. */
const PAIR =
  /["']?(?:coupon|promo|promotion|voucher|discount)_?code["']?\s{0,3}:\s{0,3}["']([^"'\\\n]{3,40})["']/gi;
const AROUND_CHARACTERS = 300;

/** Offers in the scripts of a page: structured data, state for the page's own program. */
export function scriptOffers(document: Document): StateOffer[] {
  const found: StateOffer[] = [];
  let characters = 0;
  for (const script of [...document.querySelectorAll('script:not([src])')].slice(0, SCRIPTS_MAX)) {
    const text = script.textContent ?? '';
    characters += text.length;
    if (characters > ALL_CHARACTERS_MAX) break;
    if (!KEYS.test(text)) continue;
    const values = jsonInScript(text);
    found.push(...values.flatMap(stateOffers));
    if (!/json/i.test(script.getAttribute('type') ?? '')) found.push(...pairsIn(text));
  }
  return found;
}

/** Offers in attributes that hold JSON: a component's properties. */
export const attributeOffers = (values: readonly string[]): StateOffer[] =>
  values.flatMap(jsonInScript).flatMap(stateOffers);

function pairsIn(text: string): StateOffer[] {
  return [...text.matchAll(PAIR)].slice(0, 500).flatMap(({ index, 1: value }) => {
    const code = wholeCode(value ?? '');
    if (code === null || code.shape === 'word' || code.shape === 'caps') return [];
    const object = text.slice(
      Math.max(0, text.lastIndexOf('{', index), index - AROUND_CHARACTERS),
      index + AROUND_CHARACTERS,
    );
    const own = object.slice(0, object.indexOf('}') + 1 || undefined);
    const retired =
      /(?:is_?)?expired["']?\s{0,3}:\s{0,3}(?:true|!0)|active["']?\s{0,3}:\s{0,3}(?:false|!1)/i.test(own);
    return [
      {
        code: code.code,
        masked: code.masked,
        retired,
        merchant: null,
        discount: null,
        terms: null,
        expires: null,
        structured: false,
      },
    ];
  });
}
