import { type CodeAt, codeAt } from './code-at.ts';
import { OTHER_CODE_BEFORE } from './code-words.ts';
import { CODE_LAST, OTHER_BEFORE } from './lexicon/other-numbers.ts';
import type { TextAround } from './text-around.ts';

const NUMBERED =
  /(?<![\p{L}\p{N}#@/&$€£_.+'’-])[\p{L}][\p{L}-]{2,20}(\d{1,3})(?:OFF)?(?![\p{L}\p{N}_/@]|[-.][\p{L}\p{N}])/gu;
const SENTENCE_CHARACTERS = 90;
const BEFORE_CHARACTERS = 40;
/** A word with small letters must have more of them: `ipad10` is a product. */
const LETTERS_MIN = 4;
/** Somebody asks, or does not know. */
const ASKS = /\?\s*$|(?<!\p{L})(?:or something|or so|oder so|ou un truc|o algo|o qualcosa|of zo)(?!\p{L})/iu;
const GOODS =
  /^(?:iphone|ipad|windows|android|galaxy|pixel|usb|ryzen|core|playstation|xbox|bluetooth|wifi|directx|snapdragon|firmware|version|kindle|macos|ubuntu|formel|euro|level|stufe|gruppe|size|group|step|part|teil)/i;

/** Codes that are named after what they take off, in a text that takes off just that: `MARA15 · 15 % off`, `-10 %, nils10`. */
export function numberedCodes(text: string, { offer, aboutCodes }: TextAround): CodeAt[] {
  if (!offer && !aboutCodes) return [];
  return [...text.matchAll(NUMBERED)].slice(0, 500).flatMap(({ index, 1: number }) => {
    const code = codeAt(text, index);
    if (code === null || code.masked || (code.shape !== 'strong' && code.shape !== 'mixed')) return [];
    const letters = (code.code.match(/\p{L}/gu) ?? []).length;
    if (letters < (code.shape === 'mixed' ? LETTERS_MIN : 3) || GOODS.test(code.code)) return [];
    const before = text.slice(Math.max(0, index - BEFORE_CHARACTERS), index);
    if (OTHER_BEFORE.test(before) || OTHER_CODE_BEFORE.test(before.replace(CODE_LAST, ''))) return [];
    const after =
      text.slice(code.end, code.end + SENTENCE_CHARACTERS).split(/[.!](?=\s)|(?<=\?)\s/u, 1)[0] ?? '';
    const said =
      text
        .slice(Math.max(0, index - SENTENCE_CHARACTERS), index)
        .split(/[.!?](?=\s)/u)
        .at(-1) ?? '';
    const near = `${said} ; ${after}`;
    const takes = new RegExp(
      `(?<![\\d.,])(?:${number}\\s?(?:%|percent|prozent|pour ?cent|por ?ciento|procent)|[-–−]\\s?${number}\\s?[€£$]|[€£$]\\s?${number} (?:off|discount)|${number}\\s?(?:€|£|\\$|zł|kr|euros?) (?:off|rabatt|de (?:réduction|remise|descuento|desconto)|di sconto|korting|zniżki|rabatu|taniej))`,
      'iu',
    );
    return takes.test(near) && !ASKS.test(after) ? [code] : [];
  });
}
