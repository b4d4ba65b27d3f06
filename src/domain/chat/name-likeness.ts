import { foldText } from '../text/fold-text.ts';

const FIRST_LENGTH_MIN = 5;
const FIRST_COUNTS = 0.85;

/** Words as names are compared: folded, letters and digits only. */
export function nameWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * How much of a message looks like a name, at the place where it looks most like it.
 *
 * Runs of the message's words are compared with the name by their pairs of letters (Dice), so that a slip of the pen or
 * a missing space costs little. The first word of a longer name stands for it, less surely.
 *
 * @returns in [0, 1]; 1 when the name stands there as it is.
 */
export function nameLikeness(message: readonly string[], name: readonly string[]): number {
  const [first = ''] = name;
  const byFirst =
    name.length > 1 && first.length >= FIRST_LENGTH_MIN ? FIRST_COUNTS * likeness(message, [first]) : 0;
  return Math.max(byFirst, likeness(message, name));
}

function likeness(message: readonly string[], name: readonly string[]): number {
  const wanted = pairs(name.join(''));
  if (wanted.size === 0) return 0;
  let best = 0;
  for (let length = Math.max(1, name.length - 1); length <= name.length + 1; length++) {
    for (let from = 0; from + length <= message.length; from++) {
      best = Math.max(best, dice(wanted, pairs(message.slice(from, from + length).join(''))));
    }
  }
  return best;
}

function pairs(text: string): ReadonlyMap<string, number> {
  const framed = `^${text}$`;
  const counts = new Map<string, number>();
  if (text === '') return counts;
  for (let at = 0; at + 2 <= framed.length; at++) {
    const pair = framed.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function dice(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let both = 0;
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0);
  const total = (map: ReadonlyMap<string, number>): number =>
    [...map.values()].reduce((sum, count) => sum + count, 0);
  const size = total(left) + total(right);
  return size === 0 ? 0 : (2 * both) / size;
}
