import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts';
import { chiSquareUpperTail } from '../../statistics/normal-tail.ts';
import { median } from '../../statistics/robust-spread.ts';
import type { FraudPolicy } from '../fraud-policy.ts';
import type { Signal } from '../fraud-scores.ts';
import { type Tally, total } from '../tally.ts';
import { DAILY_TAIL_BINS, HOURLY_TAIL_BINS } from '../ttc-bins.ts';

const TAILS = [HOURLY_TAIL_BINS, DAILY_TAIL_BINS] as const;
/** Orders in the tail below which its shape cannot be seen. */
const TAIL_ORDERS_MIN = 30;
const DEGREES = TAILS.reduce((sum, [from, to]) => sum + (to - from - 1), 0);
/** Pseudo-orders spread evenly over a type's tail, so that no bin is held impossible. */
const EVEN_ORDERS = 5;
/** One giant may teach its type's shape only as much as this many orders. */
const TEACHING_ORDERS_MAX = 200;

interface Tail {
  readonly counts: readonly (readonly number[])[];
  readonly orders: number;
}

/**
 * A flat tail: orders as frequent 20 hours after the click as three, or on day six as on day two.
 *
 * Chi-square of the bins of equal length (2–24 h, days 2–7) against the type's own shape, scaled by how
 * much partners of the type differ anyway, and only where the partner is the flatter of the two.
 */
export function flatTail(tallies: readonly Tally[], policy: FraudPolicy): Signal[] {
  const tails = tallies.map(tailOf);
  const shapes = new Map(
    [...Map.groupBy(tallies.keys(), (index) => tallies[index]?.type ?? '')].map(([type, members]) => [
      type,
      shapeOf([...members].map((index) => tails[index]).filter((tail) => tail !== undefined)),
    ]),
  );
  const compared = tails.map((tail, index) => {
    const shape = shapes.get(tallies[index]?.type ?? '');
    return shape && shape.partners >= policy.stratumPartnersMin && tail.orders >= TAIL_ORDERS_MIN
      ? compare(tail, shape.shape)
      : null;
  });
  const typicalOf = new Map(
    [...Map.groupBy(tallies.keys(), (index) => tallies[index]?.type ?? '')].map(([type, members]) => [
      type,
      Math.max(1, (median([...members].flatMap((index) => compared[index]?.chiSquare ?? [])) ?? 0) / DEGREES),
    ]),
  );
  const tested = [...compared.keys()].filter((index) => compared[index]);
  const pValues = tested.map((index) => {
    const result = compared[index];
    if (!result?.flatter) return 1;
    return chiSquareUpperTail(result.chiSquare / (typicalOf.get(tallies[index]?.type ?? '') ?? 1), DEGREES);
  });
  const qValues = new Map(benjaminiHochberg(pValues).map((q, at) => [tested[at], q]));
  return compared.map((result, index) => signalOf(result, tails[index], qValues.get(index) ?? null, policy));
}

function tailOf(tally: Tally): Tail {
  const counts = TAILS.map(([from, to]) =>
    Array.from({ length: to - from }, (_, bin) => total(tally, (sums) => sums.ttcHistogram[from + bin] ?? 0)),
  );
  return { counts, orders: counts.flat().reduce((sum, count) => sum + count, 0) };
}

function shapeOf(tails: readonly Tail[]): { shape: number[][]; partners: number } {
  const shape = TAILS.map(([from, to], tail) => {
    const bins = Array.from({ length: to - from }, (_, bin) =>
      tails.reduce(
        (sum, { counts, orders }) =>
          sum + (counts[tail]?.[bin] ?? 0) * Math.min(1, TEACHING_ORDERS_MAX / Math.max(1, orders)),
        EVEN_ORDERS / (to - from),
      ),
    );
    const all = bins.reduce((sum, count) => sum + count, 0);
    return bins.map((count) => count / all);
  });
  return { shape, partners: tails.filter(({ orders }) => orders >= TAIL_ORDERS_MIN).length };
}

/** Chi-square against the shape, and whether an even spread explains the partner better than the shape does. */
function compare(tail: Tail, shape: readonly (readonly number[])[]): { chiSquare: number; flatter: boolean } {
  let chiSquare = 0;
  let evenAdvantage = 0;
  for (const [index, bins] of tail.counts.entries()) {
    const orders = bins.reduce((sum, count) => sum + count, 0);
    for (const [bin, count] of bins.entries()) {
      const share = shape[index]?.[bin] ?? 0;
      if (orders > 0) chiSquare += (count - orders * share) ** 2 / (orders * share);
      evenAdvantage += count * Math.log(1 / bins.length / share);
    }
  }
  return { chiSquare, flatter: evenAdvantage > 0 };
}

function signalOf(
  result: { chiSquare: number; flatter: boolean } | null | undefined,
  tail: Tail | undefined,
  qValue: number | null,
  policy: FraudPolicy,
): Signal {
  const base = { name: 'flat_tail', family: 'volume', interval: null, qValue } as const;
  if (!result) {
    const sentence =
      'Too few late orders, or too few partners of this type, to compare the shape of the tail.';
    return { ...base, value: null, baseline: null, state: 'not_evaluated', sentence };
  }
  const hit = result.flatter && qValue !== null && qValue <= policy.falseDiscoveryRate;
  return {
    ...base,
    value: result.chiSquare / DEGREES,
    baseline: 1,
    state: hit ? 'hit' : 'pass',
    sentence: `${tail?.orders ?? 0} orders came 2 hours to 7 days after the click, ${result.flatter ? 'more' : 'no more'} evenly spread than its type’s (chi-square ${result.chiSquare.toFixed(0)} on ${DEGREES} degrees of freedom).`,
  };
}
