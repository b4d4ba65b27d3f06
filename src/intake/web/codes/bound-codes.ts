import { wholeCode } from '../../../domain/sightings/code-at.ts';

const HANDLER =
  /(?:cop(?:y|iar?|ier|ia)|kopi|clip|coupon|promo|voucher|reveal|show|code|codigo|codice|kod|offer|deal|gutschein|pokaz|ver|voir|toon|visa|mostra|writeText|prompt|alert)\w{0,30}\(([^()]{3,300})/i;
const SHOWS = /(?:inner(?:Text|HTML)|textContent|outerHTML|\.value|\.text)\s?=\s?(['"`])([^'"`<>]{3,40})\1/;
const IN_STATE = /(?:code|kod|codigo|codice|coupon)['"]?\s?[:=]\s?['"]([^'"\n]{3,40})['"]/i;
const STRING = /'([^'\n]{3,40})'|"([^"\n]{3,40})"|&quot;([^&\n]{3,40})&quot;/g;
/** Handlers of the usual frameworks. */
const CLICKS =
  /(?:^@|^\(|^(?:v-on|x-on|hx-on|wire|ng|on|jsaction|data)[-:]{1,2})(?:click|tap|press|copy|action)|^on/i;
/** Attributes whose value is what an element will show. */
const BINDS =
  /^(?:\[(?:text|innertext|textcontent|innerhtml|value)\]|(?:x|v|ng|data|wire)[-:](?:text|html|bind|bind-html)|v-bind:[\w-]+|x-bind:[\w-]+|:(?:text|value|content|code)|set:text|data-bind)$/i;
const IS_STATE = /^(?:x-data|x-init|ng-init|v-data|data-state|x-bind|hx-vals|hx-vars)$/;

export const isHandler = (name: string): boolean => CLICKS.test(name);
export const isBinding = (name: string): boolean => BINDS.test(name) || IS_STATE.test(name);

/** The first of a handler's words that is written like a code: others are numbers, addresses, names of elements. */
export function handlerCode(text: string): string | null {
  const inside = HANDLER.exec(text)?.[1];
  const called = inside === undefined ? null : bestOf(inside);
  return called ?? SHOWS.exec(text)?.[2] ?? IN_STATE.exec(text)?.[1] ?? null;
}

/** What a bound expression shows in the end: `open ? 'SAVE20' : 'Show code'`. */
export function boundCode(name: string, text: string): string | null {
  if (IS_STATE.test(name)) return IN_STATE.exec(text)?.[1] ?? null;
  const strings = stringsOf(text);
  return strings.find((string) => /^(?:strong|caps)$/.test(wholeCode(string)?.shape ?? '')) ?? null;
}

function bestOf(inside: string): string | null {
  const codes = stringsOf(inside).filter((string) => !/^[#.]|[/:]/.test(string));
  const best = codes.find((string) => /^(?:strong|caps|mixed)$/.test(wholeCode(string)?.shape ?? ''));
  return best ?? (codes.length === 1 ? (codes[0] ?? null) : null);
}

const stringsOf = (text: string): string[] =>
  [...text.matchAll(STRING)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
