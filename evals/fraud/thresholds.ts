import type { Threshold } from '../suite-result.ts';

/** What fraud scoring must reach on seeds it was not tuned on, by name of the metric. */
export const FRAUD_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  /** Part of the hold and decline verdicts that fell on honest partners. */
  falseDiscoveryRate: { atMost: 0.05 },
  /** Strong hijackers (25 to 60 % of their orders stolen) with usable times: at least watched, for timing. */
  strongRecall: { atLeast: 0.95 },
  /** In-cart poachers where baskets are known: at least watched, for in_cart. */
  poacherRecall: { atLeast: 0.9 },
  /** Cookie stuffers: at least watched, for volume or referrer. */
  stufferRecall: { atLeast: 0.9 },
  /** Most partners held in any one programme of 2,000 without fraud. */
  heldWithoutFraud: { atMost: 2 },
  /** Partners with fewer than 20 conversions called clean. */
  thinCalledClean: { atMost: 0 },
};
