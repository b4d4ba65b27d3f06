import { type CodeAt, codeAt } from './code-at.ts';
import { STRONG_LABEL, WEAK_LABEL } from './code-words.ts';
import type { TextAround } from './text-around.ts';

/** Codes with part of them blocked out, in a text that speaks of codes and of no payment card. */
export function blockedCodes(text: string, { aboutCodes }: TextAround): CodeAt[] {
  if (!aboutCodes && text.search(WEAK_LABEL) === -1 && text.search(STRONG_LABEL) === -1) return [];
  if (/\b(?:card|visa|mastercard|account|iban|ending|password)\b/i.test(text)) return [];
  const found = text.matchAll(
    /(?<![\p{L}\p{N}•●*█▓░])(?=[^\s]{0,20}(?:[•●*█▓░]|\?{2}))[\p{Lu}\p{N}•●*█▓░]/gu,
  );
  return [...found]
    .flatMap(({ index }) => codeAt(text, index) ?? [])
    .filter(({ masked, code }) => masked && !/\p{N}\p{Lu}\p{Ll}/u.test(code));
}
