import type { HonestSpread } from '../statistics/contamination-mixture.ts';
import { type CellCount, type PartnerCounts, sumCounts } from './share-counts.ts';

/** A stratum seen at fewer partners says what those few do, not what is honest: its coarser one speaks. */
const PARTNERS_MIN = 5;
/** A stratum's own data and its coarser stratum's share weigh alike at this many (effective) trials. */
const COARSER_TRIALS = 30;
/** Pseudo-trials at the top, so that no share is ever exactly 0 or 1. */
const PRIOR_TRIALS = 20;
const PRIOR_SHARE = 0.005;

interface Sum {
  k: number;
  n: number;
  partners: number;
  /** Index of the partner added last, so that its cells count as one partner. */
  latest: number;
}

/**
 * Honest shares by device and customer type within one group of partners.
 *
 * Thin strata lean on coarser ones: device and customer type on customer type, that on the group. Partners
 * count by their probability of being honest, and a giant no more than the spread allows it to say.
 */
export class StratumShares {
  readonly #sums = new Map<string, Sum>();

  constructor(partners: readonly PartnerCounts[], fit: Pick<HonestSpread, 'honest' | 'weight'>) {
    for (const [index, { cells }] of partners.entries()) {
      const { n } = sumCounts(cells);
      const worth = (fit.honest[index] ?? 1) / (1 + Math.max(0, n - 1) / (fit.weight + 1));
      for (const cell of cells) {
        for (const key of keysOf(cell)) {
          const sum = this.#sums.get(key) ?? { k: 0, n: 0, partners: 0, latest: -1 };
          sum.k += worth * cell.k;
          sum.n += worth * cell.n;
          if (sum.latest !== index) sum.partners += 1;
          sum.latest = index;
          this.#sums.set(key, sum);
        }
      }
    }
  }

  /** Honest share expected of a mix of cells, strictly between 0 and 1. */
  expected(cells: readonly CellCount[]): number {
    const { n } = sumCounts(cells);
    if (n === 0) return this.#share([]);
    return cells.reduce((sum, cell) => sum + (cell.n / n) * this.#share(keysOf(cell)), 0);
  }

  #share(keys: readonly string[]): number {
    let share = PRIOR_SHARE;
    let trials = PRIOR_TRIALS;
    for (const key of [GROUP_KEY, ...keys.slice(1)]) {
      const sum = this.#sums.get(key);
      if (sum && sum.partners >= PARTNERS_MIN) share = (sum.k + trials * share) / (sum.n + trials);
      trials = COARSER_TRIALS;
    }
    return Math.min(0.98, share);
  }
}

const GROUP_KEY = '';

function keysOf({ device, customerType }: CellCount): string[] {
  return [GROUP_KEY, `any\t${customerType}`, `on ${device}\t${customerType}`];
}
