import { latinOf, smallLatinOf } from './look-alikes.ts';

const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;
const MARKS = /\p{M}+/gu;
const DIGIT = /\p{Nd}/u;
/** Everything that is no letter and no digit, but for signs that are put for one. */
const SEPARATORS = /[^\p{L}\p{N}@$!+|]+/gu;
/** The same signs where they only decorate: before a name, after a word. */
const DECORATION = /^[@!+|]+|[@!+|]+$/g;
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Armenian}/u];
const ASCII = /^[A-Z0-9]+$/;

/**
 * A coupon code as the table and a sighting are compared: NFKC, capitals, look-alike letters of other alphabets as
 * Latin ones, digits of other scripts by their value, without accents, spaces, punctuation and invisible characters.
 *
 * A code of which a part is hidden (`SAVE••20`) has to be read by `readMask` first.
 */
export function normaliseCode(text: string): string {
  if (ASCII.test(text)) return text;
  const visible = text.normalize('NFKC').replaceAll(UNSEEN, '').normalize('NFD').replaceAll(MARKS, '');
  const isMixed = ALPHABETS.filter((alphabet) => alphabet.test(visible)).length > 1;
  let latin = '';
  for (const character of visible) {
    const plain = latinOf(isMixed ? smallLatinOf(character) : character);
    latin += plain === character ? latinOf(character.toUpperCase()) : plain;
  }
  const plain = latin.normalize('NFKC').toUpperCase().replaceAll(SEPARATORS, '').replaceAll(DECORATION, '');
  return [...plain].map(plainDigit).join('');
}

/** `٣` → `3`. Digits of a script stand in one row, zero first. */
function plainDigit(character: string): string {
  if (character.length === 1 && character <= '\u007f') return character;
  if (!DIGIT.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
