import type { MoneyJson } from '../money/micros.ts';
import type { Family } from './fraud-scores.ts';
import type { ConversionSketch } from './sketch.ts';

/** Families that put every order of the partner in doubt, not only those that show the sign. */
const WHOLE: readonly Family[] = ['volume', 'referrer', 'new_to_file', 'identity'];

/**
 * Commission of the orders the families put in doubt, one amount a currency, largest first.
 *
 * Fast orders for timing, those with a waiting basket for in-cart, either for both, those with another's
 * code for code abuse, and all of them for the other families. Without a family it is 0.
 */
export function commissionAtRisk(
  byCurrency: readonly ConversionSketch[],
  families: readonly Family[],
): MoneyJson[] {
  return byCurrency
    .map((sums) => ({
      currency: sums.currency,
      micros: suspectMicros(sums, families),
      all: sums.commissionMicros,
    }))
    .sort(
      (left, right) =>
        compare(right.micros, left.micros) ||
        compare(right.all, left.all) ||
        (left.currency < right.currency ? -1 : 1),
    )
    .map(({ currency, micros }) => ({ micros: micros.toString(), currency }));
}

function suspectMicros(sums: ConversionSketch, families: readonly Family[]): bigint {
  if (WHOLE.some((family) => families.includes(family))) return sums.commissionMicros;
  const timing = families.includes('timing');
  const inCart = families.includes('in_cart');
  const clickMicros =
    timing && inCart
      ? sums.fastOrInCartCommissionMicros
      : timing
        ? sums.fastCommissionMicros
        : inCart
          ? sums.inCartCommissionMicros
          : 0n;
  const codeMicros = families.includes('code_abuse') ? sums.othersCodeCommissionMicros : 0n;
  const both = clickMicros + codeMicros;
  return both > sums.commissionMicros ? sums.commissionMicros : both;
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
