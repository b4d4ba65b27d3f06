import { chiSquareUpperTail } from '../../statistics/normal-tail.ts';
import { median } from '../../statistics/robust-spread.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import type { Signal } from '../fraud-scores.ts';
import { percent } from '../share-signal.ts';
import { type Tally, total } from '../tally.ts';

const PAIRS_MIN = 50;
const EQUAL_MIN = 5;
const RATIO_MIN = 10;
const P_MAX = 1e-6;
/** Two honest orders of a day agree to the second at least this often, shops and clocks being what they are. */
const RATE_MIN = 0.001;

/** The same delay to the second, again and again: a timer places the click. */
export function repeatedDelays(tallies: readonly Tally[], policy: FraudPolicy): Signal[] {
  const pairs = tallies.map((tally) => total(tally, (sums) => sums.ttcPairs));
  const equal = tallies.map((tally) => total(tally, (sums) => sums.ttcEqualPairs));
  const rates = [...tallies.keys()]
    .filter((index) => (pairs[index] ?? 0) >= PAIRS_MIN)
    .map((index) => (equal[index] ?? 0) / (pairs[index] ?? 1));
  const typical = rates.length >= policy.stratumPartnersMin ? Math.max(RATE_MIN, median(rates) ?? 0) : null;
  return tallies.map((_, index): Signal => {
    const base = { name: 'repeated_delays', family: 'timing', interval: null, qValue: null } as const;
    const tried = pairs[index] ?? 0;
    const same = equal[index] ?? 0;
    if (typical === null || tried < PAIRS_MIN) {
      const sentence = 'Too few orders of one day to see whether delays repeat.';
      return { ...base, value: null, baseline: typical, state: 'not_evaluated', sentence };
    }
    const rate = same / tried;
    const pValue = same === 0 ? 1 : 1 - chiSquareUpperTail(2 * tried * typical, 2 * same);
    const hit = same >= EQUAL_MIN && rate >= RATIO_MIN * typical && pValue <= P_MAX;
    return {
      ...base,
      value: rate,
      baseline: typical,
      state: hit ? 'hit' : 'pass',
      sentence: `${percent(rate)} of ${tried} pairs of orders of one day have the same delay to the second; partners typically show ${percent(typical)}.`,
    };
  });
}
