import { OTHER_CODE_BEFORE, STRONG_LABEL, WEAK_LABEL } from '../../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../../domain/sightings/find-discount.ts';
import {
  BRINGS,
  ENTERED,
  GIFT,
  MONEY_WORD,
  PLACE,
  TYPES,
} from '../../../../domain/sightings/lexicon/naming-words.ts';
import { OTHER_BEFORE } from '../../../../domain/sightings/lexicon/other-numbers.ts';
import { tokens } from './sign-words.ts';
import type { Spot } from './spot.ts';

const WORDS_NEAR = 6;

/** Words just before and after, by their place, and those a little further without. */
export function wordSigns(before: string, after: string): string[] {
  const left = tokens(before).slice(-WORDS_NEAR).reverse();
  const right = tokens(after).slice(0, WORDS_NEAR);
  return [
    ...left.slice(0, 3).map((word, at) => `b${at} ${word}`),
    ...right.slice(0, 3).map((word, at) => `a${at} ${word}`),
    ...left.map((word) => `b ${word}`),
    ...right.map((word) => `a ${word}`),
    `b2 ${left[1] ?? ''} ${left[0] ?? ''}`,
    `a2 ${right[0] ?? ''} ${right[1] ?? ''}`,
    `ba ${left[0] ?? ''} ${right[0] ?? ''}`,
  ];
}

/** What the word lists know of the words before and after. */
export function saidSigns({ code }: Spot, before: string, after: string): string[] {
  const near = before.slice(-45);
  const next = after.slice(0, 45);
  const left = before.split(/[.!?…](?=\s+\p{Lu})/u).at(-1) ?? '';
  const right = after.split(/[.!?…](?=\s+["“„]?\p{Lu}|$)/u, 1)[0] ?? '';
  const number = /\d{1,3}$/.exec(code.replace(/OFF$/i, ''))?.[0];
  const numbers =
    number === undefined ? [] : [...`${left} ${right}`.matchAll(/\d+/g)].map(([digits]) => digits);
  const label = [...near.matchAll(STRONG_LABEL), ...near.matchAll(WEAK_LABEL)].map(
    ({ index, 0: word }) => near.length - index - word.length,
  );
  const closest = Math.min(99, ...label);
  return [
    ...(closest <= 3
      ? ['label just before']
      : closest <= 12
        ? ['label before']
        : closest < 45
          ? ['label far before']
          : []),
    ...(OTHER_CODE_BEFORE.test(before.slice(-24)) ? ['other code before'] : []),
    ...(OTHER_BEFORE.test(near) ? ['other before'] : []),
    ...(TYPES.test(near) ? ['types'] : []),
    ...(PLACE.test(next) ? ['place after'] : []),
    ...(PLACE.test(near) ? ['place before'] : []),
    ...(BRINGS.test(after) ? ['brings'] : []),
    ...(ENTERED.test(after) ? ['entered'] : []),
    ...(findDiscount(left) !== null ? ['discount before'] : []),
    ...(findDiscount(right) !== null ? ['discount after'] : []),
    ...(GIFT.test(left) || MONEY_WORD.test(left) ? ['gift before'] : []),
    ...(GIFT.test(right) || MONEY_WORD.test(right) ? ['gift after'] : []),
    ...(numbers.includes(number ?? '') ? ['number said'] : []),
  ];
}
