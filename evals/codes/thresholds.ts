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
  strangersSecondPrecision: { atLeast: 0.95 },
  strangersSecondRecall: { atLeast: 0.95 },
  strangersSecondRetiredReportedLive: { atMost: 0 },
  strangersThirdPrecision: { atLeast: 0.95 },
  strangersThirdRecall: { atLeast: 0.95 },
  strangersThirdRetiredReportedLive: { atMost: 0 },
  strangersFourthPrecision: { atLeast: 0.95 },
  strangersFourthRecall: { atLeast: 0.95 },
  strangersFourthRetiredReportedLive: { atMost: 0 },
};
