import { OFFER_WORD, STRONG_LABEL } from '../../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../../domain/sightings/find-discount.ts';
import type { PageLine, PageLines } from '../page-lines.ts';
import { plainText } from '../plain-text.ts';
import { saysReveal } from '../reveal-words.ts';
import type { LineTopics } from './line-topics.ts';
import { nameWords } from './sign-words.ts';
import type { Spot } from './spot.ts';

/** How a spot stands in its line, and the line on the page. */
export function placeSigns({ at, code }: Spot, line: PageLine, { lines }: PageLines): string[] {
  const length = line.text.length;
  const size = length < 30 ? 'short' : length < 90 ? 'label' : length < 300 ? 'sentence' : 'long';
  const apart =
    at !== null &&
    line.setOff.some(([start, end]) => Math.abs(start - at[0]) <= 1 && Math.abs(end - at[1]) <= 1);
  const inside = at !== null && line.setOff.some(([start, end]) => start <= at[0] && at[1] <= end);
  const headings = line.headings.slice(-2).join(' ');
  return [
    `line ${size}`,
    ...(line.menu ? ['menu'] : []),
    ...(at !== null && at[0] <= 2 ? ['begins line'] : []),
    ...(at !== null && at[1] >= length - 2 ? ['ends line'] : []),
    ...(line.text.trim() === code ? ['whole line'] : []),
    ...(apart ? ['set off'] : inside ? ['inside set off'] : []),
    ...(/\p{Ll}{3}/u.test(line.text.replace(code, '')) ? [] : ['loud line']),
    ...(findDiscount(headings) !== null || headings.search(OFFER_WORD) !== -1 ? ['heading of offer'] : []),
    ...(headings.search(STRONG_LABEL) !== -1 ? ['heading of codes'] : []),
    ...(lines.length < 5 ? ['small page'] : []),
  ];
}

/** What its element and the one above are called. */
export function elementSigns({ element }: Spot): string[] {
  if (element === null) return [];
  const above = element.parentElement;
  const names = (one: Element | null): string[] => nameWords(one?.getAttribute('class') ?? '').slice(0, 8);
  return [
    `tag ${element.tagName.toLowerCase()}`,
    ...names(element).map((name) => `class ${name}`),
    ...names(above).map((name) => `class above ${name}`),
  ];
}

/** What stands in the lines around. */
export function nearSigns({ line: at, element }: Spot, topics: (at: number) => LineTopics): string[] {
  if (at === null) return [];
  const [above, own, below] = [topics(at - 1), topics(at), topics(at + 1)];
  const control = element === null ? '' : plainText(element.parentElement ?? element, 200);
  return [
    ...own.own.map((topic) => `own ${topic}`),
    ...above.own.map((topic) => `before ${topic}`),
    ...below.own.map((topic) => `after ${topic}`),
    ...([-2, -1, 0, 1, 2].some((off) => topics(at + off).discount) ? ['discount near'] : []),
    ...(saysReveal(control) ? ['control near'] : []),
    ...(above.copies || below.copies ? ['copy beside'] : []),
    ...above.last.map((word) => `above ${word}`),
    ...below.first.map((word) => `below ${word}`),
  ];
}
