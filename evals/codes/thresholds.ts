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
  // The recall is far from what is wanted; this only keeps what there is.
  strangersSecondPrecision: { atLeast: 0.95 },
  strangersSecondRecall: { atLeast: 0.7 },
  strangersSecondRetiredReportedLive: { atMost: 0 },
};

/** What is wanted on pages of strangers, and not reached even where the rules were mended with them. */
export const CODES_GOALS: Readonly<Record<string, Threshold>> = {
  strangersSecondRecall: { atLeast: 0.95 },
};
