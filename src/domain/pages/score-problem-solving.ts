import { foldText } from '../text/fold-text.ts';
import type { PageSignals } from './page-signals.ts';
import { countWords } from './page-words.ts';
import type { ProblemSolving } from './problem-solving.ts';
import { measureText } from './text-measures.ts';

/**
 * What each part adds to or takes from the score's log-odds. Set by hand: first-hand evidence tells most, then what a reader
 * can do with the page; prices and buttons beside few words, and the same sentence over and over, tell most against it.
 */
const WEIGHTS: Readonly<Record<keyof ProblemSolving, number>> = {
  firstHand: 2,
  steps: 1.5,
  comparison: 1.1,
  measurements: 1,
  ownPhotos: 0.4,
  depth: 1.4,
  repetition: -1.5,
  priceList: -2,
  stockPhrases: -1.6,
};
const BIAS = -1.4;
/** From so much on a part is plenty: counts per thousand words, unless said. */
const PLENTY = {
  firstHand: 4,
  steps: 8,
  comparison: 8,
  measurements: 12,
  photosPerPage: 8,
  words: 1_200,
  repetition: 0.25,
  pricesAndButtons: 25,
  stockPhrases: 10,
};
const CHARACTERS_MAX = 200_000;
/** A short page has no density to speak of. */
const WORDS_MIN = 150;

export interface ProblemSolvingScore {
  /** 0 to 1. */
  readonly score: number;
  readonly parts: ProblemSolving;
}

/** Does a page solve a consumer's problem, or is it a list of prices with buttons? */
export function scoreProblemSolving({ text, headings, codes, dom }: PageSignals): ProblemSolvingScore {
  const measures = measureText(text);
  const folded = foldText(text.slice(0, CHARACTERS_MAX));
  const perThousand = (count: number): number => (1_000 * count) / Math.max(WORDS_MIN, measures.words);
  const numbered = headings.filter(({ text: words }) =>
    /^(?:step|schritt|étape|paso|passo|stap|passaggio)\s*\d/i.test(words),
  ).length;
  const parts: ProblemSolving = {
    firstHand: share(perThousand(countWords('firsthand', folded)), PLENTY.firstHand),
    steps: share(
      perThousand(countWords('step', folded) + 2 * numbered + Math.min(dom.orderedItems, 15) / 2),
      PLENTY.steps,
    ),
    comparison: share(
      perThousand(
        countWords('proscons', folded) + 2 * countWords('method', folded) + Math.min(dom.tableRows, 30) / 3,
      ),
      PLENTY.comparison,
    ),
    measurements: share(perThousand(measures.measurements), PLENTY.measurements),
    ownPhotos: share(dom.mainImages, PLENTY.photosPerPage),
    depth: share(measures.words * measures.writtenShare, PLENTY.words),
    repetition: share(Math.max(0, measures.repetition - 0.05), PLENTY.repetition),
    priceList: share(
      perThousand(measures.prices + dom.buyButtons + 3 * codes + dom.priceCards),
      PLENTY.pricesAndButtons,
    ),
    stockPhrases: share(perThousand(countWords('hype', folded)), PLENTY.stockPhrases),
  };
  const odds = PARTS.reduce((sum, part) => sum + WEIGHTS[part] * parts[part], BIAS);
  return { score: rounded(1 / (1 + Math.exp(-odds))), parts };
}

const PARTS = Object.keys(WEIGHTS) as (keyof ProblemSolving)[];

const share = (count: number, plenty: number): number => rounded(Math.min(1, count / plenty));

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
