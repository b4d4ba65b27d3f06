import { z } from 'zod';

const Share = z.number().min(0).max(1);

/** What makes a page useful to somebody with a problem, and what speaks against it; each from 0 (none) to 1 (plenty). */
export const ProblemSolving = z.strictObject({
  /** "we tested", "after three weeks", "I measured". */
  firstHand: Share,
  /** Steps in an order, instructions. */
  steps: Share,
  /** Comparisons by named criteria: tables, pros and cons, verdicts. */
  comparison: Share,
  /** Figures with units that a person measured or looked up. */
  measurements: Share,
  /** Photographs that look like the page's own. */
  ownPhotos: Share,
  /** How much there is to read. */
  depth: Share,
  /** Against: sections that say the same with another name in it. */
  repetition: Share,
  /** Against: prices and buttons beside few words. */
  priceList: Share,
  /** Against: superlatives and stock phrases instead of facts. */
  stockPhrases: Share,
});
export type ProblemSolving = z.infer<typeof ProblemSolving>;
