import type { FraudPolicy } from './fraud-policy.ts';
import type { ShareRule } from './share-test.ts';

/** Widest spread of honest partners allowed outside the time test: referrers and landing pages vary far more than delays. */
const WIDE_WEIGHT_MIN = 3;

/**
 * The rule of the time test: conversions, consistency over windows, spread bounded as the policy says.
 *
 * @param windowsOfHistory - windows the whole history has.
 */
export function conversionShareRule(policy: FraudPolicy, windowsOfHistory: number): ShareRule {
  return {
    ...limits(policy),
    trialsMin: policy.conversionsMin,
    groupTrialsMin: policy.stratumConversionsMin,
    weightMin: policy.betaWeightMin,
    fallbackShare: null,
    windows: {
      looked: policy.windowsLooked,
      needed: policy.windowsNeeded,
      hitsMin: policy.windowHitsMin,
      priorWeightMax: policy.windowPriorWeightMax,
      trialsMin: policy.windowConversionsMin,
      all: windowsOfHistory,
    },
  };
}

/** A share of conversions or clicks whose honest spread may be wide, judged over the whole history. */
export function wideShareRule(policy: FraudPolicy, trialsMin: number): ShareRule {
  return {
    ...limits(policy),
    trialsMin,
    groupTrialsMin: policy.stratumPartnersMin * trialsMin,
    weightMin: WIDE_WEIGHT_MIN,
    fallbackShare: null,
    windows: null,
  };
}

function limits(policy: FraudPolicy) {
  return {
    weightMax: policy.betaWeightMax,
    contaminationMax: policy.contaminationMax,
    groupPartnersMin: policy.stratumPartnersMin,
    shareThatMatters: (baseline: number) =>
      Math.min(policy.baselineMultipleMin * baseline, baseline + policy.excessShareMin * (1 - baseline)),
    hitsMin: policy.hitsMin,
    priorWeightMax: policy.priorWeightMax,
  };
}
