import { STRONG_LABEL, WEAK_LABEL } from '../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';

const NODES_MAX = 200_000;
const TEXTS_MAX = 300;
const TEXT_CHARACTERS_MAX = 20_000;

/** Where a stream says how long the next piece is: `90:Ta05,`. */
const FRAME = /(?:^|\s)[0-9a-f]{1,4}:T[0-9a-f]{1,6},/g;

/** Running text in a JSON value, in which codes may be named: the description of a film, the titles of a list of links. */
export function stateTexts(root: unknown): string[] {
  const found: string[] = [];
  const open: unknown[] = [root];
  for (let read = 0; open.length > 0 && read < NODES_MAX && found.length < TEXTS_MAX; read += 1) {
    const value = open.pop();
    if (typeof value === 'string') {
      if (isRunning(value)) found.push(value.slice(0, TEXT_CHARACTERS_MAX).replaceAll(FRAME, ' '));
    } else if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value).toReversed()) open.push(each);
    }
  }
  return found;
}

const isRunning = (text: string): boolean =>
  text.length >= 20 &&
  /\S\s+\S+\s+\S/.test(text) &&
  !/[{}]|\bfunction\b/.test(text) &&
  (text.search(STRONG_LABEL) !== -1 ||
    text.search(WEAK_LABEL) !== -1 ||
    findDiscount(text.slice(0, 3_000)) !== null);
