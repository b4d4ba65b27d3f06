import type { StratumBaseline } from './fraud-scores.ts';
import { addHistograms, histogramMedianSeconds } from './histogram.ts';
import type { HonestGroup } from './honest-shares.ts';
import type { FastOrders } from './rules/fast-orders.ts';
import { overWindows, sumCounts } from './share-counts.ts';
import { stratumLabel } from './stratum-label.ts';
import type { Tally } from './tally.ts';

/** The honest baseline of every group of partners and each of its strata, as the time test estimated it. */
export function baselineStrata(tallies: readonly Tally[], fast: readonly FastOrders[]): StratumBaseline[] {
  const groups = new Map<string, HonestGroup>();
  for (const { minute } of fast) for (const { group } of minute.measure) groups.set(group.name, group);
  const isAll = groups.size === 1 && groups.has('all');
  return [...groups.values()].flatMap((group) => {
    const members = tallies.filter(({ type }) => isAll || type === group.name);
    return rowsOf(group, members);
  });
}

function rowsOf(group: HonestGroup, members: readonly Tally[]): StratumBaseline[] {
  const cells = members.flatMap((tally) => tally.cells);
  const counted = cells.map(({ device, customerType, window, sums }) => ({
    device,
    customerType,
    window,
    k: sums.fast,
    n: sums.timed - sums.notAfterClick,
  }));
  const row = (
    stratum: string,
    partners: number,
    of: typeof counted,
    histogram: number[],
  ): StratumBaseline => {
    const pooled = overWindows(of);
    const { k, n } = sumCounts(pooled);
    return {
      stratum,
      partners,
      conversions: n,
      fast: k,
      share: group.expected(pooled),
      weight: group.weight,
      contamination: group.contamination,
      medianSeconds: histogramMedianSeconds(histogram),
    };
  };
  const strata = overWindows(counted)
    .filter(({ n }) => n > 0)
    .map(({ device, customerType }) => {
      const inside = (cell: { device: string; customerType: string }) =>
        cell.device === device && cell.customerType === customerType;
      return row(
        stratumLabel(group.name, device, customerType),
        members.filter((tally) => tally.cells.some(inside)).length,
        counted.filter(inside),
        addHistograms(cells.filter(inside).map(({ sums }) => sums.ttcHistogram)),
      );
    });
  const whole = row(
    stratumLabel(group.name),
    members.length,
    counted,
    addHistograms(cells.map(({ sums }) => sums.ttcHistogram)),
  );
  return strata.length > 1 ? [whole, ...strata] : [whole];
}
