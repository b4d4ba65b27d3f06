import type { Threshold } from '../suite-result.ts';

/** What vetting has to reach on the half of the labelled applications that no rule was mended with. */
export const VETTING_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  decisionAgreement: { atLeast: 0.9 },
  flagRecall: { atLeast: 0.9 },
  flagPrecision: { atLeast: 0.8 },
  engagementWithinOnePercent: { atLeast: 1 },
  nearMissesFlagged: { atMost: 0.1 },
  goodOnesAccepted: { atLeast: 0.9 },
};
