import type { Threshold } from '../suite-result.ts';

/**
 * What vetting has to reach on applications that nothing was learnt from: the first writer's half, and (`blind.…`) a second
 * writer's terse ones. The blind limits are what was measured, less a little: they guard against getting worse. Wanted there
 * are agreement 0.9, recall 0.9 and precision 0.8, which word lists and a linear reader do not reach.
 */
export const VETTING_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  decisionAgreement: { atLeast: 0.9 },
  flagRecall: { atLeast: 0.9 },
  flagPrecision: { atLeast: 0.8 },
  engagementWithinOnePercent: { atLeast: 1 },
  nearMissesFlagged: { atMost: 0.1 },
  goodOnesAccepted: { atLeast: 0.9 },
  'blind.decisionAgreement': { atLeast: 0.66 },
  'blind.flagRecall': { atLeast: 0.57 },
  'blind.flagPrecision': { atLeast: 0.69 },
  'blind.engagementWithinOnePercent': { atLeast: 1 },
};
