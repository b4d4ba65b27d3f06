import type { Threshold } from '../suite-result.ts';

/** What reading codes has to reach on the pages of this suite. */
export const CODES_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  precision: { atLeast: 0.95 },
  recall: { atLeast: 0.95 },
  retiredReportedLive: { atMost: 0 },
  maskRecall: { atLeast: 0.9 },
  merchantRight: { atLeast: 0.8 },
  expiryRight: { atLeast: 0.9 },
  firstHalfPrecision: { atLeast: 0.95 },
  firstHalfRecall: { atLeast: 0.95 },
  secondHalfPrecision: { atLeast: 0.95 },
  secondHalfRecall: { atLeast: 0.95 },
  strangersDevPrecision: { atLeast: 0.95 },
  strangersDevRecall: { atLeast: 0.95 },
  strangersDevRetiredReportedLive: { atMost: 0 },
  // Far from what is wanted; these only keep what there is.
  strangersBlindPrecision: { atLeast: 0.85 },
  strangersBlindRecall: { atLeast: 0.42 },
  strangersBlindRetiredReportedLive: { atMost: 2 },
};

/** What is wanted on pages that nobody mended the rules with, and not reached yet. */
export const CODES_GOALS: Readonly<Record<string, Threshold>> = {
  strangersBlindPrecision: { atLeast: 0.95 },
  strangersBlindRecall: { atLeast: 0.95 },
  strangersBlindRetiredReportedLive: { atMost: 0 },
};
