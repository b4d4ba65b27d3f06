import { foldText } from '../../../../domain/text/fold-text.ts';
import { keyOf } from '../candidate.ts';
import { fitsTail } from '../control-tail.ts';
import type { PageFacts } from '../page-facts.ts';
import type { PageLines } from '../page-lines.ts';
import type { LineTopics } from './line-topics.ts';
import { topicsOf } from './line-topics.ts';
import { elementSigns, nearSigns, placeSigns } from './place-signs.ts';
import { shapeSigns } from './shape-signs.ts';
import type { Spot } from './spot.ts';
import { saidSigns, wordSigns } from './word-signs.ts';
import { wordSeen, wordsOf } from './words-on-page.ts';

const SENTENCE_CHARACTERS = 160;
const ALIKE_MAX = 40;

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

function tailSigns({ code, element, source, masked }: Spot): string[] {
  const fits = source !== 'attribute' || masked || element === null ? null : fitsTail(code, element);
  return fits === null ? [] : [fits ? 'tail fits' : 'tail differs'];
}

function elsewhere(spot: Spot, alike: readonly Spot[]): string[] {
  const others = alike.slice(0, ALIKE_MAX).filter((other) => other !== spot);
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
