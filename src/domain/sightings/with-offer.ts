import { type CodeAt, codeAt } from './code-at.ts';
import { findDiscount } from './find-discount.ts';
import type { TextAround } from './text-around.ts';

/** What comes after a code before what it gives. */
export const GIVES =
  /^["'“”»)]?\s{0,2}(?:[=–—:|→-]|for|gives?|gave|got me|saved me|gets? you|gets|saves?|takes|worked|works|is working|pour|für|bringt|gibt|per|para|da|dá|voor|geeft|za|för|ger)\s/iu;
const AHEAD_CHARACTERS = 60;
const WITH =
  /(?<![\p{L}\p{N}])(?:use|using|try|enter|apply|type|with|mit|avec|con|com|met|med|z|verwende|utilisez|usa|utilise|gebruik|użyj|använd)\s(?=["'“„«‘\p{L}\p{N}])/giu;

/** `5 € off with SAVE5`, `use ‘by-anna’ for 5 % off`: a discount just before, or just after. */
export function withOffer(text: string, { setOff }: TextAround): CodeAt[] {
  const found: CodeAt[] = [];
  for (const { index, 0: word } of text.matchAll(WITH)) {
    const code = codeAt(text, index + word.length);
    if (code === null || code.shape === 'digits') continue;
    const rest = text.slice(code.end, code.end + AHEAD_CHARACTERS);
    const gives = GIVES.test(rest) && findDiscount(rest) !== null;
    const after =
      gives ||
      ((code.shape === 'strong' || code.shape === 'caps') &&
        takesOff(text.slice(Math.max(0, index - 40), index)));
    if (!after) continue;
    const apart = code.quoted || setOff.some(([start, end]) => start === code.start && code.end <= end);
    const caps = code.shape === 'caps' && code.code.length >= 4 && /\p{Ll}{3}/u.test(text);
    const given =
      caps && code.code.length >= 6 && ENDS_IN_DISCOUNT.test(text.slice(Math.max(0, index - 40), index));
    if (
      code.shape === 'strong' ||
      (given && ENDS.test(rest)) ||
      ((caps || apart) && gives && !code.code.includes(' '))
    )
      found.push(code);
  }
  return found;
}

const ENDS_IN_DISCOUNT =
  /\d\s?(?:%|€|£|\$|zł|kr|percent|prozent)(?:\s(?:off|discount|rabatt|de \p{L}+|di sconto|korting|zniżki|less))?(?:\s\p{L}+){0,2}\s$/iu;
/** Not a name of several words. */
const ENDS = /^["'”»]?(?:$|[.,;!)]|\s(?:at|on|bei|auf|chez|sur|en|su|da|na|bij|op|w|hos|på|·|\||–|—)\s)/iu;

const takesOff = (text: string): boolean =>
  findDiscount(text) !== null || /(?:[$£€]\s?\d{1,4}|\d{1,4}\s?(?:€|£|\$|zł|kr|euros?))\s$/iu.test(text);
