import type { Threshold } from '../suite-result.ts';

/**
 * What vetting has to reach on applications that nothing was learnt from: the first writer's half, and complete ones of
 * strangers (`stranger.…`). The limits of `terse.…` are what was measured on riddles of a few words, less a little: they
 * guard against getting worse.
 */
export const VETTING_THRESHOLDS: Readonly<Record<string, Threshold>> = {
  decisionAgreement: { atLeast: 0.9 },
  flagRecall: { atLeast: 0.9 },
  flagPrecision: { atLeast: 0.8 },
  engagementWithinOnePercent: { atLeast: 1 },
  nearMissesFlagged: { atMost: 0.1 },
  goodOnesAccepted: { atLeast: 0.9 },
  'stranger.decisionAgreement': { atLeast: 0.9 },
  'stranger.flagRecall': { atLeast: 0.9 },
  'stranger.flagPrecision': { atLeast: 0.8 },
  'stranger.engagementWithinOnePercent': { atLeast: 1 },
  'terse.decisionAgreement': { atLeast: 0.72 },
  'terse.flagRecall': { atLeast: 0.62 },
  'terse.flagPrecision': { atLeast: 0.77 },
};
