import { type CodeAt, wholeCode } from './code-at.ts';
import { NO_CODES } from './no-codes.ts';
import { saysNoCode } from './says-no-code.ts';

/** In a field that is named a code, `2FOR99` is one; in running text it is an offer. */
const AMOUNTS = /^(?=.*[A-Z])\d{1,3}(?:FOR|FUR|POUR|POR|PER|X)\d{1,3}$/;
const WORDS = /^[\p{L}\p{N}][\p{L}\p{N}'’-]{0,19}(?: [\p{L}\p{N}][\p{L}\p{N}'’-]{0,19}){1,2}$/u;

/**
 * The value of a field, a cell or a line that is named a voucher code, read as one whatever its shape, `happy feet` too; null when
 * it is a sentence, an ordinary word for none, a date, an amount.
 */
export function namedCode(text: string): CodeAt | null {
  const whole = wholeCode(text);
  if (whole !== null) return whole;
  const code = text
    .trim()
    .replaceAll(/^["'“”„«»‘’`([]+|["'“”„«»‘’`)\].,;:]+$/gu, '')
    .trim();
  if (AMOUNTS.test(code))
    return {
      code,
      start: text.indexOf(code),
      end: text.indexOf(code) + code.length,
      masked: false,
      shape: 'strong',
      quoted: true,
    };
  if (saysNoCode(code)) return null;
  if (code.length < 4 || code.length > 24 || !WORDS.test(code) || !/\p{L}{2}/u.test(code)) return null;
  // Capitals beside small letters are a form's name, a model, a title.
  if (/\p{Lu}/u.test(code) && /\p{Ll}/u.test(code)) return null;
  const words = code.split(' ');
  const ordinary = words.filter((word) => NO_CODES.has(word.toLowerCase()));
  if (ordinary.includes(words[0] ?? '') || ordinary.length > words.length / 2) return null;
  const start = text.indexOf(code);
  return { code, start, end: start + code.length, masked: false, shape: 'word', quoted: true };
}
