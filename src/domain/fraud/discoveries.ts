import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import type { ShareTest } from './share-test.ts';

/** A test with its part of the partner's allowance for error; a partner's parts sum to at most 1. */
export interface WeightedTest {
  readonly test: ShareTest;
  readonly part: number;
}

export interface Discovery {
  /** Benjamini–Hochberg over all partners tested; null when none of the partner's tests could run. */
  readonly qValue: number | null;
  /** The tests that are significant and whose excess matters. */
  readonly hits: readonly ShareTest[];
}

/**
 * Decides all partners at once, so that of those called at most `rate` are called wrongly on average.
 *
 * Several tests of one partner share its allowance (a weighted Bonferroni), so trying many strata does not
 * raise the false discoveries.
 *
 * @param candidates - one list of tests per partner; an empty list is not tested and not counted.
 */
export function discover(candidates: readonly (readonly WeightedTest[])[], rate: number): Discovery[] {
  const smallest = candidates.map((tests) => Math.min(1, ...tests.map(adjusted)));
  const tested = candidates.map((tests, index) => ({ tests, index })).filter(({ tests }) => tests.length > 0);
  const qValues = benjaminiHochberg(tested.map(({ index }) => smallest[index] ?? 1));
  const discovered = tested.filter((_, at) => (qValues[at] ?? 1) <= rate);
  const bar = Math.max(-1, ...discovered.map(({ index }) => smallest[index] ?? 1));
  const answers = candidates.map((): Discovery => ({ qValue: null, hits: [] }));
  for (const [at, { tests, index }] of tested.entries()) {
    const hits = tests.filter((test) => adjusted(test) <= bar && test.test.matters).map(({ test }) => test);
    answers[index] = { qValue: qValues[at] ?? 1, hits };
  }
  return answers;
}

function adjusted({ test, part }: WeightedTest): number {
  return Math.min(1, test.pValue / part);
}
