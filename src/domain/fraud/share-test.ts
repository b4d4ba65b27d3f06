import { betaBinomialUpperTail } from '../statistics/beta-binomial.ts';
import { type HonestLimits, type HonestMeasure, learnHonestShares } from './honest-shares.ts';
import { type CellCount, overWindows, type PartnerCounts, sumCounts } from './share-counts.ts';

/** What makes a share too high, besides being improbable. */
export interface ShareRule extends HonestLimits {
  /** The posterior share that matters, given the baseline; both in (0, 1). */
  shareThatMatters(baseline: number): number;
  readonly hitsMin: number;
  /** Cap of the honest Beta's weight when the posterior mean is formed. */
  readonly priorWeightMax: number;
  /** Null: the rule needs no consistency over windows. */
  readonly windows: {
    readonly looked: number;
    readonly needed: number;
    readonly hitsMin: number;
    readonly priorWeightMax: number;
    /** Trials the windows looked at must hold, or they are lengthened as far as the history goes. */
    readonly trialsMin: number;
    /** Windows the whole history has. */
    readonly all: number;
  } | null;
}

/** One share set against what is honest for it. */
export interface ShareTest {
  readonly k: number;
  readonly n: number;
  readonly baseline: number;
  readonly pValue: number;
  /** The excess is large enough, frequent enough and lasting enough to matter. */
  readonly matters: boolean;
}

export interface StratumTest extends ShareTest {
  readonly device: string;
  readonly customerType: string;
}

/** A partner's result. `pooled` null: too few trials, or nobody to compare with. */
export interface PartnerShareTest {
  readonly partnerId: string;
  readonly measure: HonestMeasure;
  readonly k: number;
  readonly n: number;
  /** Honest share expected of this mix of strata; null when there is nobody to compare with. */
  readonly baseline: number | null;
  readonly pooled: ShareTest | null;
  readonly strata: readonly StratumTest[];
  /** Per window, newest first: whether it shows the excess by itself. */
  readonly windowCounts: readonly boolean[];
  /** Each of those is so many windows of the history long: more than 1 for a sparse partner. */
  readonly windowSpan: number;
}

/**
 * Tests every partner's share against the honest partners of its type: pooled over its strata, so that a
 * thief spread over many is seen, and each stratum by itself, so that one working in a corner is.
 */
export function testShares(partners: readonly PartnerCounts[], rule: ShareRule): PartnerShareTest[] {
  const measureOf = learnHonestShares(partners, rule);
  return partners.map(({ partnerId, type, cells }) => {
    const measure = measureOf(type);
    const { k, n } = sumCounts(cells);
    if (measure.length === 0) {
      return {
        partnerId,
        measure,
        k,
        n,
        baseline: null,
        pooled: null,
        strata: [],
        windowCounts: [],
        windowSpan: 1,
      };
    }
    const strata = overWindows(cells);
    const tested = n >= rule.trialsMin;
    return {
      partnerId,
      measure,
      k,
      n,
      baseline: expectedShare(measure, strata),
      windowCounts: windowsThatCount(cells, measure, rule),
      windowSpan: windowSpan(cells, rule),
      pooled: tested ? testCells(cells, measure, rule) : null,
      strata: strata.length > 1 && tested ? strataTests(cells, strata, measure, rule) : [],
    };
  });
}

/** @returns the honest share expected of a mix of cells, over every group the partner may belong to. */
export function expectedShare(measure: HonestMeasure, cells: readonly CellCount[]): number {
  return measure.reduce((sum, { group, likelihood }) => sum + likelihood * group.expected(cells), 0);
}

function strataTests(
  cells: readonly CellCount[],
  strata: readonly CellCount[],
  measure: HonestMeasure,
  rule: ShareRule,
): StratumTest[] {
  return strata
    .filter(({ n }) => n >= rule.trialsMin)
    .map(({ device, customerType }) => {
      const own = cells.filter((cell) => cell.device === device && cell.customerType === customerType);
      return { device, customerType, ...testCells(own, measure, rule) };
    });
}

function testCells(cells: readonly CellCount[], measure: HonestMeasure, rule: ShareRule): ShareTest {
  const { k, n } = sumCounts(cells);
  const pooled = overWindows(cells);
  const pValue = measure.reduce(
    (sum, { group, likelihood }) =>
      sum + likelihood * betaBinomialUpperTail(k, n, group.expected(pooled), group.weight),
    0,
  );
  const baseline = expectedShare(measure, pooled);
  const large = k >= rule.hitsMin && isLarge(k, n, baseline, rule.priorWeightMax, measure, rule);
  const lasting =
    rule.windows === null ||
    windowsThatCount(cells, measure, rule).filter(Boolean).length >= rule.windows.needed;
  return { k, n, baseline, pValue, matters: large && lasting };
}

function windowsThatCount(cells: readonly CellCount[], measure: HonestMeasure, rule: ShareRule): boolean[] {
  const { windows } = rule;
  if (windows === null) return [];
  const span = windowSpan(cells, rule);
  return Array.from({ length: windows.looked }, (_, index) => {
    const within = cells.filter(({ window }) => window >= 0 && Math.floor(window / span) === index);
    const { k, n } = sumCounts(within);
    if (k < windows.hitsMin) return false;
    const baseline = expectedShare(measure, within);
    return isLarge(k, n, baseline, windows.priorWeightMax, measure, rule);
  });
}

/** How many windows of the history make one for this partner, so that those looked at hold enough trials. */
function windowSpan(cells: readonly CellCount[], { windows }: ShareRule): number {
  if (windows === null) return 1;
  const longest = Math.max(1, Math.floor(windows.all / windows.looked));
  for (let span = 1; span < longest; span += 1) {
    const { n } = sumCounts(cells.filter(({ window }) => window >= 0 && window < span * windows.looked));
    if (n >= windows.trialsMin) return span;
  }
  return longest;
}

function isLarge(
  k: number,
  n: number,
  baseline: number,
  weightMax: number,
  measure: HonestMeasure,
  rule: ShareRule,
): boolean {
  const weight = Math.min(weightMax, ...measure.map(({ group }) => group.weight));
  const posterior = (weight * baseline + k) / (weight + n);
  return posterior >= rule.shareThatMatters(baseline);
}
