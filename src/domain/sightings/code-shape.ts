import { NO_CODES } from './no-codes.ts';
import { saysNoCode } from './says-no-code.ts';

/**
 * How much a word looks like a code by itself. `strong`: capitals and digits; `caps`: capitals only; `mixed`: small letters and
 * digits; `digits`; `word`: an ordinary word could look so; `none`: no code.
 */
export type CodeShape = 'strong' | 'caps' | 'mixed' | 'digits' | 'word' | 'none';

const MASK = '•●∙⦁·*＊█▓▒░■▪…';
const MASK_RUN = new RegExp(`[${MASK}]|\\.{2,}|_{2,}|\\?{2,}|#{2,}|[–—]{2,}`, 'u');
const BLOCKED = /[•●∙⦁·*＊█▓▒░■▪]/u;
/** One star at an end belongs to a footnote. */
const FOOTNOTE = /^\*?[^*•●∙⦁·＊█▓▒░■▪…._?#–—]+\*?$/u;
const XES = /^(?:(?:X{3,}-){0,4}X{3,}-?[\p{Lu}\p{N}]{1,10}|[\p{Lu}\p{N}]{2,10}-?X{3,})$/u;
const PARTS = /^[\p{L}\p{N}$]+(?:[-_.&+'’/][\p{L}\p{N}]+){0,6}[!$%]?$/u;

/** Things that are written like codes: numbers of other kinds, measures, keys of trackers and of programs. */
const OTHERS: readonly RegExp[] = [
  /^(?:19|20)\d\d$/,
  /^\d{1,3}(?:st|nd|rd|th|ml|cl|cm|mm|km|kg|g|oz|lbs?|gb|tb|mb|hz|khz|mhz|ghz|w|kw|v|mah|wh|px|in|ft|am|pm|h|hrs?|mins?|s|k|m|x|p|d|°|€|kr|zł|usd|eur|gbp|off)$/i,
  /^\d+[.,]\d+/,
  /^\d+(?:off|%)/i,
  /^\d{1,3}[-x+]?(?:for|für|por|per|pour|x)[-x]?\d{1,3}$/i,
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i,
  /^(?:gtm|ua|aw|dc|ca-pub|pub|g)-[0-9a-z-]{5,}$/i,
  /^(?:pk|sk|rk|xox[bp]|ghp|gho|key|tok|eyj|akia|aiza)[_-]?.{12,}$/i,
  /^1Z[0-9A-Z]{14,}$/,
  /^(?:covid|iso|rfc|en|din|astm|utf|sha|md|mp|h|ps|rtx|gtx|b0)-?\d+[a-z\d]*$/i,
  /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/,
  /^(?:spf|lsf|fps)-?\d{2}\+?$/i,
  /^(?:e|err|error)[-_]?\d{2,5}$/i,
  /^(?:www\.|https?:)/i,
  /^\p{L}{1,4}\/\p{L}{1,4}$/u,
  /\.(?:com|net|org|de|fr|co|io|example|html?|php|jpe?g|png|js|css)$/i,
];

/** Writings without spaces: so many letters are a phrase, and so is a mixture with Latin letters or numbers. */
const PHRASE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{7,}|\p{Script=Han}{5,}|[\p{Script=Han}\p{Script=Katakana}][\p{Script=Hiragana}]|[\p{Script=Hiragana}]\p{Script=Han}|[\p{Script=Latin}\p{N}][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][\p{Script=Latin}\p{N}]/u;

/** @param code as it stands, without quotes and spaces around it. */
export function codeShape(code: string): CodeShape {
  if (code.length < 3 || code.length > 30 || !PARTS.test(code)) return 'none';
  // A program's own way to write a place or nothing: `$undefined`, `$3:0`.
  if (/^\$[\da-z]/.test(code) || NO_CODES.has(code.toLowerCase()) || OTHERS.some((other) => other.test(code)))
    return 'none';
  // `SHOP-XXXX-XXXX` shows how one is built.
  if (/(?:^|-)X{3,}(?:-X{3,})+(?:-|$)/.test(code)) return 'none';
  if (saysNoCode(code) || /^X[X-]+$/i.test(code) || PHRASE.test(code)) return 'none';
  const digits = /\p{N}/u.test(code);
  const lower = /\p{Ll}/u.test(code);
  const letters = (code.match(/\p{L}/gu) ?? []).length;
  if (letters === 0)
    return digits && !/[^\d]/.test(code) && code.length >= 4 && code.length <= 14 ? 'digits' : 'none';
  if (letters < 2 && code.length < 4) return 'none';
  if (digits) return lower ? 'mixed' : 'strong';
  if (lower || !/\p{Lu}/u.test(code)) return 'word';
  return letters >= 3 ? 'caps' : 'none';
}

/** Whether part of a code is hidden, with at least two characters left: `SAVE••20`, `XXX20`, `…AB12`. */
export function isMasked(code: string): boolean {
  if (code.length < 3 || code.length > 40) return false;
  if (/^[Xx-]+$/.test(code)) return false;
  if (XES.test(code)) return true;
  if (!MASK_RUN.test(code) || FOOTNOTE.test(code) || /^\p{L}{2,}(?:[·•]\p{L}{2,})+$/u.test(code))
    return false;
  // Dots at the end of an ordinary word are no mask.
  if (!BLOCKED.test(code) && /\p{Ll}/u.test(code) && !/\p{N}/u.test(code)) return false;
  const shown = code.match(/[\p{L}\p{N}]/gu) ?? [];
  const rest = code.replaceAll(new RegExp(`[${MASK}.?#_–—-]`, 'gu'), '');
  return shown.length >= 2 && shown.length <= 20 && /^[\p{L}\p{N}]+$/u.test(rest);
}
