import { wholeCode } from '../../../domain/sightings/code-at.ts';
import { codeShape, isMasked } from '../../../domain/sightings/code-shape.ts';
import { STRONG_LABEL, WEAK_LABEL } from '../../../domain/sightings/code-words.ts';
import { namedCode } from '../../../domain/sightings/named-code.ts';
import { namesCode } from '../../../domain/sightings/names-code.ts';
import { boundCode, handlerCode, isBinding, isHandler } from './bound-codes.ts';
import { packedCode } from './packed-code.ts';
import { saysCopy, saysReveal } from './reveal-words.ts';

/** A code found in an element's attributes. */
export interface AttributeCode {
  readonly code: string;
  readonly sure: boolean;
  readonly masked: boolean;
  /** What holds it: the attribute's name, or what was taken for one. */
  readonly by: string;
}

const VOUCHER =
  'coupon|promo|voucher|gutschein|rabatt|kupon|cupon|cupom|kortings?|discount|offer-?code|deal-?code';
const SURE_NAME = new RegExp(
  `^(?:v-)?data-(?:[a-z]+-){0,3}(?:${VOUCHER})(?:-?(?:code|kod|text|value|string))?$`,
  'i',
);
const NAMES_A_CODE = /cod|kod|text|value|string/i;
const LIKELY_NAME =
  /^data-(?:[a-z]+-){0,3}(?:code|kod|kode|codigo|codice|clipboard|clipboard-text|copy|copy-text|copytext|copy-value|reveal|clip)(?:-(?:value|param|text|to-copy|string))?$/i;
/** An element of a component library: `<x-coupon code="SAVE20">`. */
const OFFER_TAG =
  /-.{0,20}(?:coupon|voucher|promo|offer|deal|gutschein)|(?:coupon|voucher|promo|offer|deal|gutschein).{0,20}-/i;
/** An element with such attributes puts goods into a cart. */
const GOODS_NAME = /sku|product|variant|cart/i;
const FIELD = new RegExp(`(?:${VOUCHER})`, 'i');
const FIELD_LIKELY = /(?:^|[-_\s])(?:code|kod|kode|koden|codigo|codice)(?:[-_\s]|$)/i;
const IN_ADDRESS =
  /[?&#](?:apply[-_])?(?:coupon|promo|voucher|discount|gutschein|redeem|code[-_]?promo|cupon|cupom|kupon|rabatt?|korting|sconto|buono)s?(?:[-_]?(?:code|kod|codigo|codice))?=([^&#]{3,40})/i;
const SHOP_LINK = /^(?:https?:\/\/[^/]{3,80})?\/discount\/([^/?#]{3,40})(?:[?#]|$)/i;

/** Codes in an element's attributes. Markup placeholders (`{{code}}`) are none. */
export function attributeCodes(element: Element, names: readonly string[]): AttributeCode[] {
  const found: AttributeCode[] = [];
  const tag = element.tagName.toUpperCase();
  for (const name of names) {
    if (name === 'class' || name === 'style' || name === 'id' || name === 'src') continue;
    const value = element.getAttribute(name) ?? '';
    if (value.length < 3 || value.length > 4_000) continue;
    // `data-coupon="90211"` is the offer's own number.
    if (/^\d+$/.test(value) && !NAMES_A_CODE.test(name)) continue;
    const named = name.startsWith('data-') ? namesCode(name.slice(5)) : null;
    if (
      SURE_NAME.test(name) ||
      named === 'sure' ||
      (/^(?:code|value|text|coupon|promo)$/.test(name) && OFFER_TAG.test(tag))
    )
      push(found, packedCode(value) ?? value, true, name);
    else if (LIKELY_NAME.test(name)) {
      if (!names.some((other) => GOODS_NAME.test(other)))
        push(found, packedCode(value) ?? value, false, name);
    } else if (isBinding(name)) pushFound(found, boundCode(name, value.slice(0, 4_000)), 'binding');
    else if (isHandler(name)) {
      const said = handlerCode(value.slice(0, 500));
      // What a button `Copy code` copies is a code, however it is written.
      if (said !== null)
        push(found, said, /writeText|execCommand/.test(value) && copiesCode(element), 'handler');
    } else if (name.startsWith('data-')) pushFound(found, packedCode(value), name);
    else if (name === 'href' && /^javascript:/i.test(value))
      pushFound(found, handlerCode(value.slice(0, 500)), 'handler');
    else if (name === 'href') addressCode(found, value);
  }
  if (tag === 'INPUT' || tag === 'BUTTON') fieldCode(found, element);
  if (tag === 'DATA') push(found, element.getAttribute('value') ?? '', false, 'data');
  // `<clipboard-copy value="SAVE20">`
  if (/-/.test(tag) && /COPY|CLIPBOARD/.test(tag)) {
    const copied = ['value', 'text', 'content', 'copy', 'code'].map(
      (name) => element.getAttribute(name) ?? '',
    );
    for (const value of copied) if (value !== '') push(found, value, false, 'clipboard');
  }
  const property = element.getAttribute('itemprop') ?? '';
  if (/^(?:discount|coupon|promo|voucher)-?code$/i.test(property)) {
    push(found, element.getAttribute('content') ?? element.textContent ?? '', true, 'itemprop');
  }
  return found;
}

const copiesCode = (element: Element): boolean => {
  const text = (element.textContent ?? '').slice(0, 60);
  return saysCopy(text) && text.search(WEAK_LABEL) !== -1;
};

function pushFound(found: AttributeCode[], text: string | null, by: string): void {
  if (text !== null) push(found, text, false, by);
}

/** A field that nobody can write in, or a button that copies its value. */
const isShown = (element: Element): boolean =>
  element.tagName === 'BUTTON'
    ? saysReveal(element.textContent ?? '')
    : element.hasAttribute('disabled') && element.getAttribute('type') === 'text';

function fieldCode(found: AttributeCode[], element: Element): void {
  const value = element.getAttribute('value') ?? '';
  if (value === '' || /^(?:submit|checkbox|radio|search)$/i.test(element.getAttribute('type') ?? '')) return;
  if (putsGoods(element)) return;
  const names = ['name', 'id', 'class'].map((name) => element.getAttribute(name) ?? '').join(' ');
  const label = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
  if (FIELD.test(names) || label.search(STRONG_LABEL) !== -1) push(found, value, true, `field ${names}`);
  else if (FIELD_LIKELY.test(names) || element.hasAttribute('readonly') || isShown(element))
    push(found, value, false, `field ${names}`);
}

const QUANTITY = /^(?:qty|quant\w*|qta|qte|menge|anzahl|aantal|cantidad|ilosc|antal|pieces|pcs)$/i;

/** Whether a field lies in a form that puts goods into a cart: how many is asked there. */
function putsGoods(element: Element): boolean {
  const form = element.getAttribute('type') === 'hidden' ? element.closest('form') : null;
  const fields = form === null ? [] : [...form.querySelectorAll('input, select')].slice(0, 20);
  return fields.some((field) => QUANTITY.test((field.getAttribute('name') ?? '').replace(/\[.*$/, '')));
}

function addressCode(found: AttributeCode[], value: string): void {
  const path = SHOP_LINK.exec(value)?.[1];
  if (path) push(found, decoded(path), true, 'shop link');
  const query = IN_ADDRESS.exec(value)?.[1];
  const code = query && (packedCode(query) ?? decoded(query));
  if (code && (codeShape(code) === 'strong' || (codeShape(code) === 'caps' && code.length >= 5)))
    push(found, code, false, 'address');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: the text stands for itself.
    return text;
  }
}

function push(found: AttributeCode[], value: string, sure: boolean, by: string): void {
  const text = value.trim();
  if (text.length > 60 || /[{}<>]/.test(text)) return;
  const code = sure ? namedCode(text) : wholeCode(text);
  if (code === null || (!sure && code.shape === 'word' && /\s/.test(text))) return;
  found.push({ code: code.code, sure, masked: isMasked(code.code), by });
}

const CODE_CLASS = new RegExp(
  `(?:${VOUCHER})[-_]{0,2}(?:code|kod|codigo|value|valor|box)|(?:^|[-_\\s])(?:code|codes|kod|kode|codigo|codice|codebox|thecode|copycode|clipboard|copyable|select-all)(?:[-_\\s]|$)|border-dashed`,
  'i',
);
const OTHER_CLASS =
  /product|sku|item-?code|country|region|zip|postal|lang|source|highlight|hljs|language-|error|status|qr|barcode|code-?block|tracking|order|currency|phone/i;

const MONOSPACED = /(?:^|[-_\s])(?:mono|monospace|monospaced|typewriter)(?:[-_\s]|$)/i;

const COVER =
  /(?:^|[-_\s])(?:cover|scratch(?:-?(?:off|card|layer))?|foil|overlay|tampa|raspa(?:r|dinha)?|rubbel\w{0,10}|gratter|rasca|gratta|zdrapka)(?:[-_\s]|$)/i;

/** Whether a cover lies over it that readers scratch off: a sibling that programs which read aloud are told to leave out. */
function isCovered(element: Element, tag: string): boolean {
  if (!/^(?:SPAN|B|STRONG|DIV|P|EM)$/.test(tag)) return false;
  return [element.nextElementSibling, element.previousElementSibling].some(
    (cover) =>
      cover?.getAttribute('aria-hidden') === 'true' &&
      COVER.test(`${cover.getAttribute('class') ?? ''} ${(cover.textContent ?? '').slice(0, 40)}`),
  );
}

/** Whether an element is made to show a code: by its class, its id or its frame, or only by its tag. */
export function codeElement(element: Element, tag: string, names: string): 'sure' | 'named' | 'tag' | null {
  const split = names.replaceAll(/([a-z])([A-Z])/g, '$1-$2');
  if (/cod|kod/i.test(names) && names.split(/\s+/).some((name) => namesCode(name) === 'sure')) return 'sure';
  if (OTHER_CLASS.test(split) || element.parentElement?.tagName === 'PRE') return null;
  if (CODE_CLASS.test(split) || isCovered(element, tag)) return 'named';
  const style = element.getAttribute('style');
  if (style !== null && /border[^;]{0,20}dashed/i.test(style)) return 'named';
  if (
    MONOSPACED.test(split) &&
    (tag === 'SPAN' || tag === 'DIV' || tag === 'BUTTON' || tag === 'B' || tag === 'P')
  )
    return 'tag';
  return /^(?:CODE|KBD|SAMP|OUTPUT|DATA)$/.test(tag) ? 'tag' : null;
}

/** Whether it shows only the end of one. */
export const isTailElement = (names: string): boolean =>
  /(?:^|[-_\s])(?:tail|peel|peek|partial|hint|cola|coda|cauda|fin|suffix|last|end|ending|masked|blur(?:red)?|koniec|hidden-?code)(?:[-_\s]|$)/i.test(
    names,
  );
