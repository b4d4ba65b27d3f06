import { wholeCode } from '../../../domain/sightings/code-at.ts';

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
}

const NODES_MAX = 400_000;
const CODE_KEY =
  /^(?:coupon|promo(?:tion(?:al)?)?|voucher|discount|offer|deal|gutschein|rabatt|kupon|cupom?|cupon)_?-?(?:code|kod|text|value)$/i;
const PLAIN_KEY = /^(?:code|coupon|voucher|promo)$/i;
const ABOUT =
  /coupon|promo|voucher|discount|gutschein|rabatt|kupon|cupom|cupon|expir|percent_?off|amount_?off|valid(?:to|until|through)|minspend|redeem/i;
const PARENT = /coupon|promo.?codes|vouchers?$|discount.?codes|gutscheine|rabattcodes|kupon|cupons|cupones/i;
const SAYS_OFFER =
  /^(?:discount|discount_?text|terms|valid_?(?:through|until|to)|expir\w*|end_?(?:date|s_?at))$/i;
const OTHER_OBJECT = /^(?:sku|price|country|currency|locale|iso|symbol|postal|zip)/i;

type Json = Readonly<Record<string, unknown>>;

/** Offers with codes in a JSON value. A `code` counts only in an object, or under a name, that speaks of vouchers. */
export function stateOffers(root: unknown): StateOffer[] {
  const found: StateOffer[] = [];
  const open: { value: unknown; name: string; structured: boolean; above: Json | null }[] = [
    { value: root, name: '', structured: false, above: null },
  ];
  for (let read = 0; open.length > 0 && read < NODES_MAX; read += 1) {
    const { value, name, structured, above } = open.pop() ?? {
      value: null,
      name: '',
      structured: false,
      above: null,
    };
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const each of value) open.push({ value: each, name, structured, above });
      continue;
    }
    const object = value as Json;
    const linked = structured || '@context' in object || '@type' in object;
    const offer = offerOf(object, name, linked, above);
    if (offer) found.push(offer);
    for (const [key, each] of Object.entries(object)) {
      if (typeof each === 'object') open.push({ value: each, name: key, structured: linked, above: object });
    }
  }
  return found.reverse();
}

function offerOf(object: Json, name: string, structured: boolean, above: Json | null): StateOffer | null {
  const keys = Object.keys(object).slice(0, 200);
  const sure = keys.find(
    (key) => CODE_KEY.test(key) && typeof object[key] === 'string' && object[key] !== '',
  );
  const speaks = PARENT.test(name) || keys.some((key) => ABOUT.test(key));
  const likely =
    speaks && !keys.some((key) => OTHER_OBJECT.test(key))
      ? keys.find((key) => PLAIN_KEY.test(key))
      : undefined;
  const value = object[sure ?? likely ?? ''];
  if (typeof value !== 'string' || value.length > 60) return null;
  const code = wholeCode(value);
  if (code === null || code.code !== value.trim()) return null;
  const speaksOfOffer = keys.some(
    (key) => ABOUT.test(key) && !CODE_KEY.test(key) && object[key] !== null && object[key] !== '',
  );
  if (code.shape !== 'strong' && !speaksOfOffer) return null;
  if (code.shape === 'digits' && !keys.some((key) => SAYS_OFFER.test(key) && typeof object[key] === 'string'))
    return null;
  if (code.shape === 'word' && (!sure || keys.length < 3)) return null;
  const text = (pattern: RegExp, max: number) => textOf(object, pattern, max);
  return {
    code: code.code,
    masked: code.masked,
    retired: isRetired(object, keys),
    merchant: merchantOf(object) ?? (above && merchantOf(above)),
    discount: text(
      /^(?:discount|discount_?text|title|name|headline|offer|description|label|savings?)$/i,
      120,
    ),
    terms: text(/terms|conditions|restrictions|minspend/i, 300),
    expires: text(/^(?:valid_?(?:through|until|to)|expir\w*|end_?(?:s|date|s_?at|_at|time)?|ends_?at)$/i, 40),
    structured,
  };
}

function textOf(object: Json, pattern: RegExp, max: number): string | null {
  for (const [key, value] of Object.entries(object)) {
    if (!pattern.test(key)) continue;
    if (typeof value === 'number' && value > 1e12 && value < 5e12) return new Date(value).toISOString();
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

function isRetired(object: Json, keys: readonly string[]): boolean {
  return keys.some((key) => {
    const value = object[key];
    if (/^(?:is_?)?expired$/i.test(key)) return value === true || value === 1 || value === 'true';
    if (/^(?:is_?)?(?:active|valid|enabled|live)$/i.test(key)) return value === false || value === 0;
    return (
      /^(?:status|state)$/i.test(key) &&
      typeof value === 'string' &&
      /^(?:expired|inactive|ended|disabled|archived|draft|past)$/i.test(value)
    );
  });
}
