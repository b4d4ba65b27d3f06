import type { CodeAt } from '../../../domain/sightings/code-at.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import {
  fieldSaysOver,
  namesCode,
  namesEnd,
  namesOver,
  namesVoucher,
} from '../../../domain/sightings/names-code.ts';
import { codesOfMap } from './code-maps.ts';
import { jsonText } from './json-text.ts';

/** An offer in a JSON object, in the object's own words. */
export interface StateOffer {
  readonly code: string;
  readonly masked: boolean;
  readonly retired: boolean;
  readonly merchant: string | null;
  readonly discount: string | null;
  readonly terms: string | null;
  /** As it stands there. */
  readonly expires: string | null;
  readonly structured: boolean;
  /** Rules are sure that a voucher is meant. */
  readonly told: boolean;
  /** What its object's names say. */
  readonly signs: readonly string[];
}

const NODES_MAX = 400_000;
const RECORD_KEYS_MAX = 20;
const ABOUT = /discount|percent_?off|amount_?off|min_?spend|redeem|success_?rate|verified/i;
const TITLE =
  /^(?:title|name|headline|description|terms|summary|text|label|titulo|titel|titre|titolo|tytul|rubrik|nombre|naam|nom|nome|nazwa|namn|beschreibung|descripcion|descrizione|omschrijving|opis)$/i;
const OTHER_OBJECT = /^(?:sku|price|country|currency|locale|iso|symbol|postal|zip|lang|ean|gtin|symbology)/i;
const KIND = /^(?:__typename|@type|type|kind|tipo|typ|art|soort|rodzaj|slag)$/;
const CODE_KIND = /^(?:voucher|promo|coupon)?_?(?:code|codes|codigo|codice|kod|kode|coupon|gutschein)$/i;

type Json = Readonly<Record<string, unknown>>;
interface Open {
  readonly value: unknown;
  readonly name: string;
  readonly structured: boolean;
  readonly above: Json | null;
  /** It lies under a name like `expiredOffers`. */
  readonly over: boolean;
}

/** Offers with codes in a JSON value. A `code` counts only in an object, or under a name, that speaks of vouchers. */
export function stateOffers(root: unknown, rootName = ''): StateOffer[] {
  const found: { offer: StateOffer; name: string }[] = [];
  const overNames = new Set<string>();
  const open: Open[] = [{ value: root, name: rootName, structured: false, above: null, over: false }];
  for (let read = 0; open.length > 0 && read < NODES_MAX; read += 1) {
    const next = open.pop();
    if (next === undefined || typeof next.value !== 'object' || next.value === null) continue;
    const { value, name, structured, above, over } = next;
    if (Array.isArray(value)) {
      for (const each of value) open.push({ value: each, name, structured, above, over });
      continue;
    }
    const object = value as Json;
    const linked = structured || '@context' in object || '@type' in object;
    if (over && typeof object.__ref === 'string') overNames.add(object.__ref);
    const offer = offerOf(object, name, linked, above);
    if (offer) found.push({ offer: over ? { ...offer, retired: true } : offer, name });
    for (const code of codesOfMap(name, object)) {
      const bare = { masked: false, merchant: null, discount: null, terms: null, expires: null };
      found.push({
        offer: {
          ...bare,
          code,
          retired: over,
          structured: false,
          told: true,
          signs: ['map', `under ${name}`],
        },
        name: code,
      });
    }
    for (const [key, each] of Object.entries(object)) {
      const inner = typeof each === 'string' ? jsonText(each) : each;
      if (typeof inner !== 'object' || inner === null) continue;
      const isOver = over || (key.length <= 200 && namesOver(key));
      open.push({ value: inner, name: key, structured: linked, above: object, over: isOver });
    }
  }
  return found
    .reverse()
    .map(({ offer, name }) => (overNames.has(name) ? { ...offer, retired: true } : offer));
}

function offerOf(object: Json, name: string, structured: boolean, above: Json | null): StateOffer | null {
  const keys = Object.keys(object).slice(0, 200);
  const filled = keys.filter((key) => typeof object[key] === 'string' && object[key] !== '');
  const named = codeOfFields(object, filled);
  if (named === null) return null;
  const { key: codeKey, code } = named;
  const sure = namesCode(codeKey) === 'sure';
  const kinds = keys.flatMap((key) => (KIND.test(key) ? [String(object[key])] : []));
  const others = keys.filter((key) => namesCode(key) === null && object[key] !== null && object[key] !== '');
  const says = keys
    .filter(namesEnd)
    .concat(others.filter((key) => ABOUT.test(key) || namesEnd(key) || namesVoucher(key)));
  const isCut = keys.some((key) => TITLE.test(key) && takesOff(object[key]));
  const speaks =
    isCut ||
    namesVoucher(name) ||
    kinds.some((kind) => namesVoucher(kind) || CODE_KIND.test(kind)) ||
    says.length > 0;
  const isOther = keys.some((key) => OTHER_OBJECT.test(key));
  const told = isTold({ object, keys, others, says, sure, code });
  const signs = [
    `key ${codeKey}`,
    `under ${name}`,
    ...(sure ? ['sure'] : []),
    ...(speaks ? ['speaks'] : []),
    ...(isCut ? ['takes off'] : []),
    ...(isOther ? ['other'] : []),
    ...(keys.some(namesEnd) ? ['ends'] : []),
    ...kinds.map((kind) => `kind ${kind.slice(0, 40)}`),
    ...keys.slice(0, 20).map((key) => `has ${key}`),
  ];
  const record = recordOf(name, above);
  const text = (pattern: RegExp, max: number) => textOf(object, (key) => pattern.test(key), max);
  return {
    code: code.code,
    masked: code.masked,
    retired: isOver(object) || (record !== null && isOver(record)),
    merchant: merchantOf(object) ?? (above && merchantOf(above)),
    discount: text(
      /^(?:discount|discount_?text|title|name|headline|offer|description|label|savings?)$/i,
      120,
    ),
    terms: text(/terms|conditions|restrictions|minspend/i, 300),
    expires: endOf(object) ?? (record && endOf(record)),
    structured,
    told: told && (sure || (speaks && !isOther)),
    signs,
  };
}

/** The field that holds the code: one whose name is sure first, then one that says code, then one that says voucher. */
function codeOfFields(object: Json, filled: readonly string[]): { key: string; code: CodeAt } | null {
  const sureness = (key: string): number => (namesCode(key) === 'sure' ? 0 : CODE_KIND.test(key) ? 1 : 2);
  const named = filled.filter((key) => namesCode(key) !== null).toSorted((a, b) => sureness(a) - sureness(b));
  for (const key of named) {
    const value = String(object[key]);
    const code = value.length > 60 ? null : namedCode(value);
    if (code !== null && code.code === value.trim()) return { key, code };
  }
  return null;
}

/** Whether an object with such a name is an offer, as far as its other names say. */
function isTold({
  object,
  keys,
  others,
  says,
  sure,
  code,
}: {
  object: Json;
  keys: readonly string[];
  others: readonly string[];
  says: readonly string[];
  sure: boolean;
  code: CodeAt;
}): boolean {
  // A list of a program's own words has such names, too: an offer says what it is besides.
  const told = says.length > 0 || others.some((key) => TITLE.test(key) || /^id$|_id$|Id$/.test(key));
  if (code.shape !== 'strong' && !told) return false;
  if (code.shape === 'digits') return others.some((key) => namesEnd(key) || TITLE.test(key));
  return code.shape !== 'word' || (keys.length >= 3 && (sure || isVaried(object, keys)));
}

/** The offer that a part of it, `coupon: {code}`, lies in: not the whole page's record. */
const recordOf = (name: string, above: Json | null): Json | null =>
  above !== null && namesVoucher(name) && !/s$/i.test(name) && Object.keys(above).length <= RECORD_KEYS_MAX
    ? above
    : null;

const isOver = (object: Json): boolean =>
  Object.keys(object).some((key) => fieldSaysOver(key, object[key]) === true);

/** The last day: by a name of its own, or `to` beside `from`. */
function endOf(object: Json): string | null {
  const isRange = Object.keys(object).some((key) =>
    /^(?:from|start|starts?_?(?:at|on|date)|begin|von|ab|desde|da|od|debut)$/i.test(key),
  );
  return textOf(
    object,
    (key) => namesEnd(key) || (isRange && /^(?:to|end|bis|hasta|a|al|do|fin|tot)$/i.test(key)),
    40,
  );
}

const takesOff = (value: unknown): boolean =>
  typeof value === 'string' && findDiscount(value.slice(0, 200)) !== null;

/** Not all of it words: an offer has a number, a date, a yes or no. */
const isVaried = (object: Json, keys: readonly string[]): boolean =>
  keys.some((key) => typeof object[key] === 'number' || typeof object[key] === 'boolean' || namesEnd(key));

function textOf(object: Json, isMeant: (key: string) => boolean, max: number): string | null {
  for (const [key, value] of Object.entries(object)) {
    if (!isMeant(key)) continue;
    if (typeof value === 'number' && value > 1e12 && value < 5e12) return new Date(value).toISOString();
    if (typeof value === 'number' && value > 1e9 && value < 5e9) return new Date(value * 1_000).toISOString();
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, max);
  }
  return null;
}

function merchantOf(object: Json): string | null {
  for (const key of [
    'seller',
    'merchant',
    'store',
    'shop',
    'brand',
    'retailer',
    'offeredBy',
    'advertiser',
    'merchantName',
    'storeName',
  ]) {
    const value = object[key];
    const name = typeof value === 'object' && value !== null ? (value as Json).name : value;
    if (typeof name === 'string' && name.trim() !== '' && name.length <= 120) return name.trim();
  }
  return null;
}
