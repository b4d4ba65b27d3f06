import {
  CHECKOUT_WORD,
  ENTER_WORD,
  OFFER_WORD,
  OTHER_CODE_BEFORE,
  STRONG_LABEL,
  WEAK_LABEL,
} from '../../../../domain/sightings/code-words.ts';
import { findDiscount } from '../../../../domain/sightings/find-discount.ts';
import {
  AMOUNT,
  BRINGS,
  ENTERED,
  GIFT,
  MONEY_WORD,
  PLACE,
  TYPES,
} from '../../../../domain/sightings/lexicon/naming-words.ts';
import { OTHER_BEFORE } from '../../../../domain/sightings/lexicon/other-numbers.ts';
import { foldText } from '../../../../domain/text/fold-text.ts';
import { keyOf } from '../candidate.ts';
import { fitsTail } from '../control-tail.ts';
import type { PageFacts } from '../page-facts.ts';
import type { PageLine, PageLines } from '../page-lines.ts';
import { plainText } from '../plain-text.ts';
import { saysCopy, saysReveal } from '../reveal-words.ts';
import type { Spot } from './spot.ts';

const WORDS_NEAR = 6;
const SENTENCE_CHARACTERS = 160;
const LINE_CHARACTERS_MAX = 1_000;
const CONTROL_CHARACTERS_MAX = 120;
const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?|[%€$£¥₽:=→>»(),.!?;|"“”„«#@/+–—-]/gu;

/** What a page says of its spots as a whole. */
export interface SpotPage {
  readonly page: PageLines;
  readonly facts: PageFacts;
  readonly spots: readonly Spot[];
}

/** What tells of each spot whether a code stands there, as names; the same for all languages where word lists know them. */
export function spotFeatures({ page, facts, spots }: SpotPage): string[][] {
  const words = wordsOf(page);
  const topics = topicsOf(page);
  const byKey = Map.groupBy(spots, ({ code }) => keyOf(code));
  return spots.map((spot) => {
    const alike = byKey.get(keyOf(spot.code)) ?? [];
    return [
      'always',
      ...shapeSigns(spot),
      ...spot.signs.flatMap(signWords),
      ...[...spot.rules].map((rule) => `rule ${rule}`),
      `rules ${Math.min(3, spot.rules.size)}`,
      `source ${spot.source}`,
      `shown ${spot.shown}`,
      ...elsewhere(spot, alike),
      ...(facts.aboutCodes ? ['page about codes'] : []),
      ...(facts.heading.includes(spot.code) ? ['in heading'] : []),
      ...(facts.numbers.has(keyOf(spot.code)) ? ['known number'] : []),
      ...(page.people.has(keyOf(spot.code)) ? ['known person'] : []),
      ...(facts.ids.has(keyOf(spot.code)) ? ['own id', `own id ${spot.source}`] : []),
      ...wordSeen(spot, words),
      ...tailSigns(spot),
      ...lineSigns(spot, page, topics),
    ].map((name) => name.slice(0, 60));
  });
}

/** Words of the page that are written with small letters, folded: how ordinary words look there. */
function wordsOf({ lines }: PageLines): ReadonlyMap<string, 'small' | 'name'> {
  const words = new Map<string, 'small' | 'name'>();
  for (const { text, shown } of lines) {
    if (shown !== 'shown') continue;
    for (const [word] of text
      .slice(0, 5_000)
      .matchAll(/(?<![\p{L}\p{N}_-])\p{L}?\p{Ll}{2,}(?![\p{L}\p{N}_-])/gu)) {
      const key = foldText(word);
      if (words.get(key) !== 'small') words.set(key, /^\p{Ll}/u.test(word) ? 'small' : 'name');
    }
  }
  return words;
}

/** Whether the page writes the same word in small letters elsewhere: then it is one of its words or names. */
function wordSeen({ code, shape }: Spot, words: ReadonlyMap<string, 'small' | 'name'>): string[] {
  const seen = shape === 'caps' || shape === 'word' ? words.get(foldText(code)) : undefined;
  return seen === undefined ? [] : [`${seen} on page`, `${seen} on page ${shape}`];
}

function tailSigns({ code, element, source, masked }: Spot): string[] {
  const fits = source !== 'attribute' || masked || element === null ? null : fitsTail(code, element);
  return fits === null ? [] : [fits ? 'tail fits' : 'tail differs'];
}

function shapeSigns({ code, shape, masked, source }: Spot): string[] {
  const letters = (code.match(/\p{L}/gu) ?? []).length;
  const digits = (code.match(/\p{N}/gu) ?? []).length;
  const form = code
    .replaceAll(/\p{Lu}+/gu, 'A')
    .replaceAll(/\p{Ll}+/gu, 'a')
    .replaceAll(/\p{N}+/gu, '0')
    .slice(0, 12);
  return [
    `shape ${shape}`,
    `shape ${shape} ${source}`,
    `form ${form}`,
    `length ${Math.min(14, code.length)}`,
    `letters ${Math.min(8, letters)}`,
    `digits ${Math.min(6, digits)}`,
    ...(masked ? ['masked'] : []),
    ...(/[-_]/.test(code) ? ['joined'] : []),
    ...(/(?:5|0|OFF)$/i.test(code) && letters > 2 ? ['round end'] : []),
    ...(/^\p{Lu}\p{Ll}/u.test(code) ? ['like a name'] : []),
    ...(/[aeiouy]/i.test(code) ? [] : ['no vowel']),
    ...runs(code).map((run) => `run ${run}`),
  ];
}

/** Runs of three letters: what codes are made of. */
function runs(code: string): string[] {
  const word = ` ${foldText(code).replaceAll(/\d+/g, '0')} `.slice(0, 26);
  return Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3));
}

function elsewhere(spot: Spot, alike: readonly Spot[]): string[] {
  const others = alike.filter((other) => other !== spot);
  return [
    `seen ${Math.min(4, alike.length)}`,
    ...(others.some(({ rules }) => rules.size > 0) ? ['ruled elsewhere'] : []),
    ...(others.some(({ rules }) => rules.size > 1) ? ['well ruled elsewhere'] : []),
    ...new Set(others.map(({ source }) => `also ${source}`)),
    ...(others.some(({ signs }) => signs.includes('sure')) ? ['sure elsewhere'] : []),
  ];
}

/** `by data-coupon-code` as its words, too. */
function signWords(sign: string): string[] {
  const words = foldText(sign.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).split(/[^\p{L}\p{N}]+/u);
  const [kind, ...rest] = words;
  return [
    `sign ${foldText(sign)}`,
    ...rest
      .filter((word) => word.length > 1)
      .slice(0, 10)
      .map((word) => `sign ${kind}: ${word}`),
  ];
}

function lineSigns(spot: Spot, page: PageLines, topics: (at: number) => LineTopics): string[] {
  if (spot.line === null) return [];
  const line = page.lines[spot.line];
  if (line === undefined) return ['no line'];
  const signs = [...placeSigns(spot, line, page), ...elementSigns(spot)];
  const { at } = spot;
  if (at === null) return [...signs, ...nearSigns(spot, topics)];
  const before = line.text.slice(Math.max(0, at[0] - SENTENCE_CHARACTERS), at[0]);
  const after = line.text.slice(at[1], at[1] + SENTENCE_CHARACTERS);
  return [
    ...signs,
    ...nearSigns(spot, topics),
    ...wordSigns(before, after),
    ...saidSigns(spot, before, after),
  ];
}

function placeSigns({ at, code }: Spot, line: PageLine, { lines }: PageLines): string[] {
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

function elementSigns({ element }: Spot): string[] {
  if (element === null) return [];
  const above = element.parentElement;
  const names = (one: Element | null): string[] =>
    foldText((one?.getAttribute('class') ?? '').replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2)
      .slice(0, 8);
  return [
    `tag ${element.tagName.toLowerCase()}`,
    ...names(element).map((name) => `class ${name}`),
    ...names(above).map((name) => `class above ${name}`),
  ];
}

/** What the lines of a page speak of, each read once. */
interface LineTopics {
  readonly own: readonly string[];
  readonly discount: boolean;
  readonly copies: boolean;
  readonly first: readonly string[];
  readonly last: readonly string[];
}

function topicsOf({ lines }: PageLines): (at: number) => LineTopics {
  const known = new Map<number, LineTopics>();
  return (at) => {
    const read = known.get(at) ?? readTopics(lines[at]?.text.slice(0, LINE_CHARACTERS_MAX) ?? '');
    known.set(at, read);
    return read;
  };
}

function readTopics(text: string): LineTopics {
  if (text === '') return { own: ['nothing'], discount: false, copies: false, first: [], last: [] };
  const discount = findDiscount(text) !== null;
  return {
    own: [
      ...(discount ? ['discount'] : []),
      ...(text.search(OFFER_WORD) !== -1 ? ['offer'] : []),
      ...(text.search(STRONG_LABEL) !== -1 ? ['label'] : []),
      ...(text.search(WEAK_LABEL) !== -1 ? ['weak label'] : []),
      ...(text.search(ENTER_WORD) !== -1 ? ['enter'] : []),
      ...(text.search(CHECKOUT_WORD) !== -1 ? ['checkout'] : []),
      ...(GIFT.test(text) ? ['gift'] : []),
      ...(AMOUNT.test(text) || MONEY_WORD.test(text) ? ['money'] : []),
    ],
    discount,
    copies: text.length < CONTROL_CHARACTERS_MAX && saysCopy(text),
    first: tokens(text.slice(0, 120)).slice(0, 2),
    last: tokens(text.slice(-120)).slice(-2),
  };
}

/** What stands in the lines around. */
function nearSigns({ line: at, element }: Spot, topics: (at: number) => LineTopics): string[] {
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

const tokens = (text: string): string[] => foldText(text.replaceAll(/\p{N}+/gu, '0')).match(WORD) ?? [];

/** Words just before and after, by their place, and those a little further without. */
function wordSigns(before: string, after: string): string[] {
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
function saidSigns({ code }: Spot, before: string, after: string): string[] {
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
