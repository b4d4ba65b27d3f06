/** Codes shorter than this are not compared by slips: everything is one slip away from them. */
export const SLIP_LENGTH_MIN = 5;

/** A code one slip of the finger away, and which slip. */
export type Slip = 'letter_changed' | 'digit_changed' | 'letter_more' | 'digit_more' | 'swapped';

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/**
 * The one slip that leads from a code to what was seen; null when there are more, or none.
 *
 * `digit_…`: a digit is in it. SAVE10 and SAVE20 are two codes, not one with a slip.
 */
export function slipBetween(code: string, seen: string): Slip | null {
  if (code === seen || Math.abs(code.length - seen.length) > 1) return null;
  let from = 0;
  while (from < code.length && code[from] === seen[from]) from++;
  let end = 0;
  while (end < Math.min(code.length, seen.length) - from && code.at(-1 - end) === seen.at(-1 - end)) end++;
  const inCode = code.slice(from, code.length - end);
  const inSeen = seen.slice(from, seen.length - end);
  if (inCode.length + inSeen.length === 1) return isDigit(inCode || inSeen) ? 'digit_more' : 'letter_more';
  if (inCode.length === 1 && inSeen.length === 1)
    return isDigit(inCode) || isDigit(inSeen) ? 'digit_changed' : 'letter_changed';
  const isSwap = inCode.length === 2 && inCode[0] === inSeen[1] && inCode[1] === inSeen[0];
  if (!isSwap) return null;
  return isDigit(inCode[0]) || isDigit(inCode[1]) ? 'digit_changed' : 'swapped';
}
