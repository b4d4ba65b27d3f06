import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { jsonInScript } from './json-in-scripts.ts';
import { literalsInScript } from './literals-in-script.ts';
import { scriptValues } from './script-values.ts';
import { type StateOffer, stateOffers } from './state-offers.ts';
import { stateTexts } from './state-texts.ts';

/** A pair in a program, or an assignment, that no whole value holds: `couponCode:"SAVE20"`. */
const PAIR =
  /["']?(?:coupon|promo|promotion|voucher|discount)_?code["']?\s{0,3}[:=]\s{0,3}["']([^"'\\\n]{3,40})["']/gi;
const AROUND_CHARACTERS = 300;
/** Numbers of kinds of values that such frameworks write. */
const KINDS_MAX = 12;

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
export const attributeOffers = (values: readonly { text: string; name: string }[]): StateOffer[] =>
  values.flatMap(({ text, name }) =>
    [...jsonInScript(text), ...literalsInScript(`=${text}`)]
      .map(unwrapped)
      .flatMap((value) => stateOffers(value, name)),
  );

/** Some frameworks write each value as its kind and itself: `{"code":[0,"SAVE20"]}`. */
function unwrapped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const kinds = entries.filter(
    ([, each]) =>
      Array.isArray(each) && each.length === 2 && typeof each[0] === 'number' && each[0] <= KINDS_MAX,
  );
  if (kinds.length === 0 || kinds.length < entries.length) return value;
  return Object.fromEntries(
    entries.map(([key, [kind, each]]) => [
      key,
      kind === 1 && Array.isArray(each)
        ? each.map((one: unknown) => unwrapped(Array.isArray(one) ? one[1] : one))
        : unwrapped(each),
    ]),
  );
}

function pairsIn(text: string): StateOffer[] {
  return [...text.matchAll(PAIR)].slice(0, 500).flatMap(({ index, 1: value }) => {
    const code = wholeCode(value ?? '');
    if (code === null || /^(?:word|caps|digits)$/.test(code.shape)) return [];
    const object = text.slice(
      Math.max(0, text.lastIndexOf('{', index), index - AROUND_CHARACTERS),
      index + AROUND_CHARACTERS,
    );
    const own = object.slice(0, object.indexOf('}') + 1 || undefined);
    const retired =
      /(?:is_?)?expired["']?\s{0,3}:\s{0,3}(?:true|!0)|active["']?\s{0,3}:\s{0,3}(?:false|!1)/i.test(own);
    const offer = {
      merchant: null,
      discount: null,
      terms: null,
      expires: null,
      structured: false,
      told: true,
      signs: ['pair'],
    };
    return [{ ...offer, code: code.code, masked: code.masked, retired }];
  });
}
