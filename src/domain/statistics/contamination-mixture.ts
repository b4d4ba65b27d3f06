import { betaBinomialLogKernel } from './beta-binomial.ts';
import { goldenSectionMax } from './golden-section.ts';

/** One partner's count, and the share its mix of strata leads one to expect of an honest partner. */
export interface ShareCount {
  readonly k: number;
  readonly n: number;
  /** Strictly between 0 and 1. */
  readonly expected: number;
}

/** How honest partners of one group spread, estimated together with those who are not honest. */
export interface HonestSpread {
  /** Added to the log odds of every `expected`: how far the group as a whole lies from it. */
  readonly logOddsShift: number;
  /** a + b of the honest Beta: how alike honest partners are. */
  readonly weight: number;
  /** Estimated part of the partners who are not honest, 0 to `contaminationMax`. */
  readonly contamination: number;
  /** Per partner, in the order given: probability of being honest. */
  readonly honest: readonly number[];
}

export interface MixtureLimits {
  /** Bounds of a + b. */
  readonly weightMin: number;
  readonly weightMax: number;
  readonly contaminationMax: number;
}

/** A contaminated partner's share: expected + (1 − expected) × excess, with its own spread. */
const EXCESSES = [0.12, 0.2, 0.3, 0.45, 0.65, 0.9];
const CONTAMINANT_WEIGHT = 20;
/** Partners seen before any data: pulls the contamination of a small group to nothing. */
const PRIOR_HONEST_PARTNERS = 5;
const PRIOR_LOG_WEIGHT = Math.log(100);
const PRIOR_LOG_WEIGHT_SD = 1.5;
const ROUNDS = 6;
const SEARCH_EVALUATIONS = 8;
/** Search reach on the log scale: wide at first, then narrowing with every round. */
const REACH_FIRST = 2;
const REACH_AGAIN = 0.7;
const REACH_NARROWS = 0.6;

/**
 * Fits (1 − π) · Beta-Binomial(honest) + π · (a spread of higher shares) by expectation–maximisation.
 *
 * Fitting honest partners alone would let thieves raise their own baseline; fitting twice and dropping the
 * worst in between still keeps the weak ones in. Here every partner counts as much as it is likely honest.
 *
 * @param counts - at least one partner; those with small `n` count little by themselves.
 * @param start - an earlier fit of nearly the same counts, to begin from.
 */
export function fitContaminationMixture(
  counts: readonly ShareCount[],
  limits: MixtureLimits,
  start: HonestSpread | null = null,
): HonestSpread {
  const contaminant = counts.map(contaminantLogKernels);
  const parts = EXCESSES.map(() => 1 / EXCESSES.length);
  let spread = { logOddsShift: 0, weight: start?.weight ?? Math.min(100, limits.weightMax) };
  let contamination = start?.contamination ?? Math.min(0.05, limits.contaminationMax);
  const reach = start ? REACH_AGAIN : REACH_FIRST;
  let honest = counts.map(() => 1);

  for (let round = 0; round < ROUNDS; round += 1) {
    const partTotals = EXCESSES.map(() => 1 / EXCESSES.length);
    let guilty = 0;
    honest = counts.map((count, index) => {
      const honestLog = Math.log1p(-contamination) + honestLogKernel(count, spread);
      const kernels = contaminant[index] ?? [];
      const likelihoods = kernels.map(
        (log, part) => contamination * (parts[part] ?? 0) * Math.exp(log - honestLog),
      );
      const odds = likelihoods.reduce((sum, value) => sum + value, 0);
      const probability = Number.isFinite(odds) ? 1 / (1 + odds) : 0;
      guilty += 1 - probability;
      for (const [part, value] of likelihoods.entries()) {
        partTotals[part] =
          (partTotals[part] ?? 0) +
          (Number.isFinite(odds) && odds > 0 ? (1 - probability) * (value / odds) : 0);
      }
      return probability;
    });
    contamination = Math.min(limits.contaminationMax, guilty / (counts.length + PRIOR_HONEST_PARTNERS));
    const total = partTotals.reduce((sum, value) => sum + value, 0);
    for (const [part, value] of partTotals.entries()) parts[part] = value / total;
    spread = bestSpread(counts, honest, spread, limits, reach * REACH_NARROWS ** round);
  }
  return { ...spread, contamination, honest };
}

/** @returns the honest mean of a partner under a fitted spread. */
export function shiftedShare(expected: number, logOddsShift: number): number {
  const odds = (expected / (1 - expected)) * Math.exp(logOddsShift);
  return odds / (1 + odds);
}

type Spread = Pick<HonestSpread, 'logOddsShift' | 'weight'>;

function bestSpread(
  counts: readonly ShareCount[],
  honest: readonly number[],
  start: Spread,
  limits: MixtureLimits,
  reach: number,
): Spread {
  const logLikelihood = (spread: Spread) => {
    const off = (Math.log(spread.weight) - PRIOR_LOG_WEIGHT) / PRIOR_LOG_WEIGHT_SD;
    let sum = -0.5 * off * off;
    for (const [index, count] of counts.entries()) {
      const probability = honest[index] ?? 0;
      if (probability > 1e-6) sum += probability * honestLogKernel(count, spread);
    }
    return sum;
  };
  const lowest = Math.log(limits.weightMin);
  const highest = Math.log(limits.weightMax);
  const at = Math.log(start.weight);
  const weight = Math.exp(
    goldenSectionMax(
      (logWeight) => logLikelihood({ ...start, weight: Math.exp(logWeight) }),
      Math.max(lowest, at - 2 * reach),
      Math.min(highest, at + 2 * reach),
      SEARCH_EVALUATIONS,
    ),
  );
  const logOddsShift = goldenSectionMax(
    (shift) => logLikelihood({ logOddsShift: shift, weight }),
    start.logOddsShift - reach,
    start.logOddsShift + reach,
    SEARCH_EVALUATIONS,
  );
  return { logOddsShift, weight };
}

function honestLogKernel(count: ShareCount, spread: Spread): number {
  return betaBinomialLogKernel(
    count.k,
    count.n,
    shiftedShare(count.expected, spread.logOddsShift),
    spread.weight,
  );
}

function contaminantLogKernels(count: ShareCount): number[] {
  return EXCESSES.map((excess) =>
    betaBinomialLogKernel(
      count.k,
      count.n,
      count.expected + (1 - count.expected) * excess,
      CONTAMINANT_WEIGHT,
    ),
  );
}
