import { betaBinomialUpperTail } from '../statistics/beta-binomial.ts';
import type { FastOrders } from './rules/fast-orders.ts';
import type { ShareSignalResult } from './share-signal.ts';
import { type Tally, total } from './tally.ts';

/** Orders of honest partners with a waiting basket needed before a type's own figure is used. */
const BASKETS_MIN = 50;
const P_MAX = 0.001;
const ODDS_RATIO_MIN = 2;
const SPREAD_WEIGHT_MAX = 200;

interface FastShares {
  withBasket: number;
  without: number;
  baskets: number;
}

/**
 * Partners whose fast orders follow from their waiting baskets: whoever comes back to a full basket pays
 * within the minute, so being fast says nothing new about them.
 *
 * Only partners that hit both rules are looked at: given how many of their visitors had a basket, are their
 * orders still faster than those of honest partners' visitors with and without one?
 *
 * @returns partner ids whose timing is not evidence of its own.
 */
export function explainedByBaskets(
  tallies: readonly Tally[],
  fast: readonly FastOrders[],
  baskets: readonly ShareSignalResult[],
): Set<string> {
  const hit = (index: number) => (fast[index]?.hits.length ?? 0) > 0;
  const inCart = (index: number) => (baskets[index]?.discovery.hits.length ?? 0) > 0;
  const honest = tallies.filter((_, index) => !hit(index) && !inCart(index));
  const ofAll = fastShares(honest);
  const ofType = new Map(
    [...Map.groupBy(honest, ({ type }) => type)].map(([type, group]) => [type, fastShares(group)]),
  );
  return new Set(
    tallies
      .filter((tally, index) => {
        if (!hit(index) || !inCart(index)) return false;
        const own = ofType.get(tally.type);
        const weight = Math.min(
          SPREAD_WEIGHT_MAX,
          ...(fast[index]?.minute.measure ?? []).map(({ group }) => group.weight),
        );
        return !isFastBeyondBaskets(tally, own && own.baskets >= BASKETS_MIN ? own : ofAll, weight);
      })
      .map(({ partnerId }) => partnerId),
  );
}

function isFastBeyondBaskets(tally: Tally, shares: FastShares, weight: number): boolean {
  const n = total(tally, (sums) => sums.cartTimed);
  if (n === 0) return true;
  const withBasket = total(tally, (sums) => sums.inCartTimed);
  const k = total(tally, (sums) => sums.fastCartKnown);
  const expected = (withBasket * shares.withBasket + (n - withBasket) * shares.without) / n;
  const odds = k / Math.max(1, n - k) / (expected / (1 - expected));
  return odds >= ODDS_RATIO_MIN && betaBinomialUpperTail(k, n, expected, weight) <= P_MAX;
}

function fastShares(honest: readonly Tally[]): FastShares {
  const sum = (count: Parameters<typeof total>[1]) =>
    honest.reduce((all, tally) => all + total(tally, count), 0);
  const baskets = sum((sums) => sums.inCartTimed);
  const fastInCart = sum((sums) => sums.fastInCart);
  const others = sum((sums) => sums.cartTimed - sums.inCartTimed);
  const fastOthers = sum((sums) => sums.fastCartKnown - sums.fastInCart);
  return {
    withBasket: (fastInCart + 1) / (baskets + 20),
    without: (fastOthers + 1) / (others + 50),
    baskets,
  };
}
