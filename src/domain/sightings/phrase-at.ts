import { type CodeAt, wholeCode } from './code-at.ts';
import { namedCode } from './named-code.ts';

const CHARACTERS_MAX = 26;
const QUOTES = /["“„«‹'‘]\s?([^"“”„«»‹›'‘’\n]{3,26}?)\s?["”“»›'’]/uy;

/** All of a stretch that is set off or in quotes, several words too, read as a code; null when none begins here. */
export function phraseAt(
  text: string,
  at: number,
  setOff: readonly (readonly [start: number, end: number])[],
): CodeAt | null {
  QUOTES.lastIndex = at;
  const quoted = QUOTES.exec(text)?.[1];
  const stretch = setOff.find(([start, end]) => Math.abs(start - at) <= 1 && end - start <= CHARACTERS_MAX);
  const inside = quoted ?? (stretch && text.slice(stretch[0], stretch[1]));
  const code = inside === undefined ? null : (wholeCode(inside) ?? namedCode(inside));
  const start = code === null ? -1 : text.indexOf(code.code, Math.max(0, at - 1));
  return code === null || start === -1
    ? null
    : { ...code, start, end: start + code.code.length, quoted: true };
}
