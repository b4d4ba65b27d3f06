import {
  fitContaminationMixture,
  type HonestSpread,
  type MixtureLimits,
  shiftedShare,
} from '../statistics/contamination-mixture.ts';
import { type CellCount, overWindows, type PartnerCounts, sumCounts } from './share-counts.ts';
import { StratumShares } from './stratum-shares.ts';

/** When a group of partners is large enough to be its own measure. */
export interface HonestLimits extends MixtureLimits {
  /** A partner below this teaches nothing about the spread. */
  readonly trialsMin: number;
  readonly groupPartnersMin: number;
  readonly groupTrialsMin: number;
  /** Expected share where there are too few partners to learn one; null: then nothing can be tested. */
  readonly fallbackShare: number | null;
}

/** Honest partners of one group: a partner type, or all partners. */
export interface HonestGroup {
  readonly name: string;
  readonly partners: number;
  readonly weight: number;
  readonly contamination: number;
  /** Honest share expected of a mix of cells. */
  expected(cells: readonly CellCount[]): number;
}

/** What an honest partner is measured against: its own type, or every type that could be its own. */
export type HonestMeasure = readonly { readonly group: HonestGroup; readonly likelihood: number }[];

export const ALL = 'all';
/** Types that say nothing about the kind of partner: any kind may hide in them. */
const UNSPECIFIC = new Set(['', 'other']);
const OUTER_ROUNDS = 3;
const FALLBACK_WEIGHT = 50;
/** Spread assumed before the first fit: wide, so that giants do not dominate. */
const FIRST_WEIGHT = 20;

/**
 * Learns what honest partners show, stratum by stratum, with the thieves estimated out.
 *
 * Strata means and the spread of a type are learned in turn: a partner counts in the means as much as the
 * mixture holds it honest. A type too thin to learn from is measured against every type of the programme,
 * weighted by how common each is; so a rare but natural kind of partner is not taken for a fraud.
 */
export function learnHonestShares(
  partners: readonly PartnerCounts[],
  limits: HonestLimits,
): (type: string) => HonestMeasure {
  const pooled = partners.map((partner) => ({ ...partner, cells: overWindows(partner.cells) }));
  const teachers = pooled.filter(({ cells }) => sumCounts(cells).n >= limits.trialsMin);
  const populated = [...Map.groupBy(teachers, ({ type }) => type)].filter(([, group]) =>
    isPopulated(group, limits),
  );
  if (populated.length === 0) {
    const measure = measureOfAll(teachers, limits);
    return () => measure;
  }
  const measures = populated.map(([type, group]) => ({
    group: learnGroup(type, group, limits),
    likelihood: group.length,
  }));
  const own = new Map(measures.map((measure) => [measure.group.name, [{ ...measure, likelihood: 1 }]]));
  const known = measures.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const any = measures.map(({ group, likelihood }) => ({ group, likelihood: likelihood / known }));
  return (type) => (UNSPECIFIC.has(type) ? any : (own.get(type) ?? any));
}

function isPopulated(group: readonly PartnerCounts[], limits: HonestLimits): boolean {
  const trials = group.reduce((sum, { cells }) => sum + sumCounts(cells).n, 0);
  return group.length >= limits.groupPartnersMin && trials >= limits.groupTrialsMin;
}

function measureOfAll(teachers: readonly PartnerCounts[], limits: HonestLimits): HonestMeasure {
  if (teachers.length >= limits.groupPartnersMin) {
    return [{ group: learnGroup(ALL, teachers, limits), likelihood: 1 }];
  }
  const share = limits.fallbackShare;
  if (share === null) return [];
  const group = {
    name: ALL,
    partners: teachers.length,
    weight: FALLBACK_WEIGHT,
    contamination: 0,
    expected: () => share,
  };
  return [{ group, likelihood: 1 }];
}

function learnGroup(name: string, teachers: readonly PartnerCounts[], limits: HonestLimits): HonestGroup {
  let fit: HonestSpread | null = null;
  let shares = new StratumShares(teachers, { honest: [], weight: FIRST_WEIGHT });
  const hasHits = teachers.some(({ cells }) => cells.some(({ k }) => k > 0));
  for (let round = 0; hasHits && round < OUTER_ROUNDS; round += 1) {
    const counts = teachers.map(({ cells }) => ({ ...sumCounts(cells), expected: shares.expected(cells) }));
    fit = fitContaminationMixture(counts, limits, fit);
    if (round < OUTER_ROUNDS - 1) shares = new StratumShares(teachers, fit);
  }
  const { logOddsShift, weight, contamination } = fit ?? {
    logOddsShift: 0,
    weight: FALLBACK_WEIGHT,
    contamination: 0,
  };
  return {
    name,
    partners: teachers.length,
    weight,
    contamination,
    expected: (cells) => shiftedShare(shares.expected(cells), logOddsShift),
  };
}
