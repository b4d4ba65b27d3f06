import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { type Discovery, discover, type WeightedTest } from './discoveries.ts';
import type { Family, Signal } from './fraud-scores.ts';
import type { PartnerCounts } from './share-counts.ts';
import { type PartnerShareTest, type ShareRule, testShares } from './share-test.ts';

/** A rule about one share: what it counts and how it speaks. */
export interface ShareSignalRule {
  readonly name: string;
  readonly family: Family;
  readonly rule: ShareRule;
  /** What was counted, to complete "31 % of 420 …": for example `conversions came within 60 s of the click`. */
  readonly counted: string;
  /** Why it could not run when nothing could be counted; one sentence. */
  readonly missing: string;
}

export interface ShareSignalResult {
  readonly signal: Signal;
  readonly result: PartnerShareTest;
  readonly discovery: Discovery;
}

/** The part of a partner's allowance for error that goes to its strata, when it has several. */
const STRATA_PART = 0.25;

/** Runs one share rule over all partners. Answers in the order of `partners`. */
export function shareSignals(
  partners: readonly PartnerCounts[],
  rule: ShareSignalRule,
  rate: number,
): ShareSignalResult[] {
  const results = testShares(partners, rule.rule);
  const discoveries = discover(
    results.map((result) => weightedTests(result, 1)),
    rate,
  );
  return results.map((result, index) => {
    const discovery = discoveries[index] ?? { qValue: null, hits: [] };
    return { result, discovery, signal: signalOf(rule, result, discovery) };
  });
}

/** A result's tests with their parts of the allowance, which sum to `part`. */
export function weightedTests(result: PartnerShareTest, part: number): WeightedTest[] {
  if (!result.pooled) return [];
  const { strata } = result;
  if (strata.length < 2) return [{ test: result.pooled, part }];
  const each = (STRATA_PART * part) / strata.length;
  return [
    { test: result.pooled, part: (1 - STRATA_PART) * part },
    ...strata.map((test) => ({ test, part: each })),
  ];
}

/** Puts a result into words. */
export function signalOf(rule: ShareSignalRule, result: PartnerShareTest, discovery: Discovery): Signal {
  const { k, n, baseline, pooled } = result;
  const evaluated = pooled !== null;
  const share = n > 0 ? k / n : null;
  return {
    name: rule.name,
    family: rule.family,
    value: share,
    baseline,
    interval: wilsonInterval(k, n),
    qValue: evaluated ? discovery.qValue : null,
    state: !evaluated ? 'not_evaluated' : discovery.hits.length > 0 ? 'hit' : 'pass',
    sentence: sentenceOf(rule, result, share),
  };
}

function sentenceOf(
  rule: ShareSignalRule,
  { n, baseline, pooled }: PartnerShareTest,
  share: number | null,
): string {
  if (share === null) return rule.missing;
  const seen = `${percent(share)} of ${n} ${rule.counted}`;
  if (baseline === null) return `${seen}; there are too few partners to compare with.`;
  const comparison = `${seen}; honest partners of this mix show ${percent(baseline)}.`;
  return pooled ? comparison : `${comparison} Fewer than ${rule.rule.trialsMin} are too few to judge.`;
}

/** `0.0412` → `4.1 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
