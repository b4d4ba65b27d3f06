import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { jsonInScript } from './json-in-scripts.ts';
import { scriptValues } from './script-values.ts';
import { type StateOffer, stateOffers } from './state-offers.ts';
import { stateTexts } from './state-texts.ts';

/** A pair in a program, or an assignment, that no whole value holds: `couponCode:"SAVE20"`. */
const PAIR =
  /["']?(?:coupon|promo|promotion|voucher|discount)_?code["']?\s{0,3}[:=]\s{0,3}["']([^"'\\\n]{3,40})["']/gi;
const AROUND_CHARACTERS = 300;

export interface StateCodes {
  readonly offers: readonly StateOffer[];
  /** Running text that may name codes. */
  readonly texts: readonly string[];
}

/** Offers in the scripts of a page, and what is written there. */
export function scriptOffers(document: Document): StateCodes {
  const values = scriptValues(document);
  return {
    offers: values.flatMap(({ value, text }) => [...stateOffers(value), ...pairsIn(text)]),
    texts: [...new Set(values.flatMap(({ value }) => stateTexts(value)))],
  };
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
    const offer = { merchant: null, discount: null, terms: null, expires: null, structured: false };
    return [{ ...offer, code: code.code, masked: code.masked, retired }];
  });
}
