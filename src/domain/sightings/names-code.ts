import { FIELD_WORDS, wordsOf } from './lexicon/field-words.ts';

/** Two words in one: `gutscheincode`, `kortingscode`, `rabattkod`. */
const JOINED =
  /^(?:coupon|promo(?:tion|tional)?|voucher|discount|offer|deal|redeem|redemption|referral|gutschein|rabatt?|aktions?|vorteils?|sconto|cupom|cupon|kortings?|acties?|kupon|kampanj)(?:code|kod|kode|codigo|codice)s?$/;

/** Names without any of these are not looked at more closely: a page's state has very many. */
const CODE_STEM = /c[oó]d|kod/i;
const VOUCHER_STEM =
  /coup|promo|vouch|disc|offer|deal|perk|redem|refer|creat|gutsch|rabat|aktion|vorteil|r[eé]duc|remise|avant|parrain|c[uú]p|desc|oferta|scont|buono|korting|actie|kup|zni[zż]|erbjud|kamp/i;
const END_STEM =
  /exp|end|valid|until|till|through|ablauf|bis|fin|hasta|caduc|vence|venc|scad|tot|verloop|wa[zż]n|wygas|koniec|slut|utg|giltig/i;

/**
 * How sure a field's name is that its value is a voucher code. `sure`: `couponCode`, `code_promo`; `likely`: `code`, `coupon`,
 * which other things are called, too; null: something else, or only something about a code, as `codeType`.
 */
export function namesCode(name: string): 'sure' | 'likely' | null {
  if (!VOUCHER_STEM.test(name) && !CODE_STEM.test(name)) return null;
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 5) return null;
  if (words.some((word) => FIELD_WORDS.about.has(word))) return null;
  if (words.some((word) => JOINED.test(word))) return 'sure';
  const code = words.some((word) => FIELD_WORDS.code.has(word));
  const voucher = words.some((word) => FIELD_WORDS.voucher.has(word));
  if (code && voucher) return 'sure';
  return (code || voucher) && words.length === 1 ? 'likely' : null;
}

/** Whether a name speaks of vouchers at all. */
export const namesVoucher = (name: string): boolean =>
  VOUCHER_STEM.test(name) && wordsOf(name).some((word) => FIELD_WORDS.voucher.has(word) || JOINED.test(word));

/** Whether a name is that of the last day. */
export function namesEnd(name: string): boolean {
  if (!END_STEM.test(name)) return false;
  const words = wordsOf(name);
  const joined = words.join('');
  return (
    FIELD_WORDS.end.has(joined) ||
    /^(?:end|ends|expires?|expiry|until|fin|bis|hasta|vence|scade|slut)(?:date|at|on|time|datum)?$/.test(
      joined,
    ) ||
    /(?:expir\w*|valid(?:ity)?(?:to|till?|until|through|thru)|end(?:s)?(?:date|at|on))$/.test(joined)
  );
}

/** Whether a field says by its name and value that an offer is over; null when it says nothing of it. */
export function fieldSaysOver(name: string, value: unknown): boolean | null {
  const words = wordsOf(name).filter((word) => !/^(?:is|has|code|coupon|offer|deal|voucher)$/.test(word));
  const [word] = words;
  if (word === undefined || words.length > 1) return null;
  const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const yes = said === true || said === 1 || /^(?:true|1|yes)$/.test(String(said));
  const no = said === false || said === 0 || /^(?:false|0|no)$/.test(String(said));
  if (FIELD_WORDS.over.has(word)) return yes ? true : no ? false : null;
  if (FIELD_WORDS.on.has(word)) return no ? true : yes ? false : null;
  if (
    /^(?:status|state|estado|stato|statut|etat|zustand|situacao|availability)$/.test(word) &&
    typeof said === 'string'
  )
    return namesOver(said);
  return null;
}

/** Whether a name or a status is that of something over: `expiredOffers`, `NON_VALIDE`, `REPORTED_NOT_WORKING`. */
export function namesOver(name: string): boolean {
  const words = wordsOf(name);
  return words.some(
    (word, at) =>
      FIELD_WORDS.over.has(word) ||
      (/^(?:not|non|no|nicht|niet|nie|nao|inte|un)$/.test(word) &&
        (FIELD_WORDS.on.has(words[at + 1] ?? '') || /^(?:work|gultig|valid)/.test(words[at + 1] ?? ''))),
  );
}
