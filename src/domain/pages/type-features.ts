import { foldText } from '../text/fold-text.ts';
import { addressSigns } from './address-signs.ts';
import type { PageSignals } from './page-signals.ts';
import { countWords, PAGE_WORD_NAMES, type PageWord, says } from './page-words.ts';
import { structureSigns } from './structure-signs.ts';
import { measureText, type TextMeasures } from './text-measures.ts';

/** Words of a page's frame tell as much as those of its text. */
const FRAME_WORDS: ReadonlySet<PageWord> = new Set([
  'shop',
  'stock',
  'listing',
  'home',
  'service',
  'forum',
  'redeem',
]);
const CHARACTERS_MAX = 30_000;
const WORDS_MIN = 150;
/** The first this many blocks say what a page is about. */
const OPENING_CHARACTERS = 700;

/**
 * What tells one kind of page from another, each about 0 to 1 (a few go beyond for very large counts), by name.
 *
 * The names are always the same ones in the same order.
 */
export function typeFeatures(signals: PageSignals): Record<string, number> {
  const measures = measureText(signals.text);
  const title = foldText(signals.title);
  const text = foldText(signals.text.slice(0, CHARACTERS_MAX));
  const frame = foldText(signals.pageText.slice(0, CHARACTERS_MAX));
  const opening = text.slice(0, OPENING_CHARACTERS);
  const headings = signals.headings.map((heading) => foldText(heading.text));
  const features: Record<string, number> = {};
  for (const word of PAGE_WORD_NAMES) {
    const whole = FRAME_WORDS.has(word) ? frame : text;
    const density = (1_000 * countWords(word, whole)) / Math.max(WORDS_MIN, whole.length / 6);
    features[`title ${word}`] = says(word, title) ? 1 : 0;
    features[`opening ${word}`] = says(word, opening) ? 1 : 0;
    features[`headings ${word}`] = damped(headings.filter((heading) => says(word, heading)).length, 10);
    features[`text ${word}`] = damped(density, 30);
  }
  return {
    ...features,
    ...titleSigns(signals.title),
    ...addressSigns(signals.url),
    ...textSigns(measures),
    ...structureSigns(signals, measures.words),
  };
}

/** 0 for none, 1 for `many`, and slowly more. */
export const damped = (count: number, many: number): number =>
  Math.log1p(Math.max(0, count)) / Math.log1p(many);

function titleSigns(title: string): Record<string, number> {
  return {
    'title number': /(?<!\d)(?:[3-9]|[1-9]\d)(?!\d)/.test(title.replaceAll(/20\d\d/g, '')) ? 1 : 0,
    'title year': /20[12]\d/.test(title) ? 1 : 0,
    'title question': /[?¿]/.test(title) ? 1 : 0,
    'title words': damped(title.split(/\s+/).length, 15),
  };
}

function textSigns(measures: TextMeasures): Record<string, number> {
  const perThousand = (count: number): number => (1_000 * count) / Math.max(WORDS_MIN, measures.words);
  return {
    words: damped(measures.words, 3_000),
    'words few': measures.words < WORDS_MIN ? 1 : 0,
    'written share': measures.writtenShare,
    prices: damped(perThousand(measures.prices), 40),
    'prices distinct': damped(measures.pricesDistinct, 30),
    percents: damped(perThousand(measures.percents), 30),
    measurements: damped(perThousand(measures.measurements), 30),
    repetition: Math.min(1, 3 * measures.repetition),
    'first person': damped(perThousand(measures.firstPersons), 30),
    exclamations: damped(perThousand(measures.exclamations), 20),
    'lines alike': damped(measures.alikeLines, 40),
  };
}
