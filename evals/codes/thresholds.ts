import type { Threshold } from '../suite-result.ts';

/** What reading codes has to reach: on pages learnt from, so that nothing gets lost; on unseen ones, so that it is of use. */
export const CODES_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  precision: { atLeast: 0.95 },
  recall: { atLeast: 0.95 },
  retiredReportedLive: { atMost: 0 },
  maskRecall: { atLeast: 0.9 },
  merchantRight: { atLeast: 0.8 },
  expiryRight: { atLeast: 0.9 },
  learntPrecision: { atLeast: 0.97 },
  learntRecall: { atLeast: 0.97 },
  learntRetiredReportedLive: { atMost: 0 },
  fragmentsPrecision: { atLeast: 0.9 },
  fragmentsRecall: { atLeast: 0.78 },
  unseenPrecision: { atLeast: 0.9 },
  unseenRecall: { atLeast: 0.9 },
};
