import type { PartnerCounts } from './share-counts.ts';
import type { ClickSketch, ConversionSketch } from './sketch.ts';
import type { Tally } from './tally.ts';

interface Count {
  readonly k: number;
  readonly n: number;
}

/** A share of conversions, stratum by stratum and window by window. */
export function conversionCounts(
  tallies: readonly Tally[],
  count: (sums: ConversionSketch) => Count,
): PartnerCounts[] {
  return tallies.map(({ partnerId, type, cells }) => ({
    partnerId,
    type,
    cells: cells
      .map(({ device, customerType, window, sums }) => ({ device, customerType, window, ...count(sums) }))
      .filter(({ n }) => n > 0),
  }));
}

/** A share of clicks; clicks have no strata. A partner without clicks has no cell. */
export function clickCounts(
  tallies: readonly Tally[],
  count: (clicks: ClickSketch) => Count | null,
): PartnerCounts[] {
  return tallies.map(({ partnerId, type, clicks }) => {
    const counted = clicks ? count(clicks) : null;
    const cells = counted && counted.n > 0 ? [{ device: '', customerType: '', window: -1, ...counted }] : [];
    return { partnerId, type, cells };
  });
}
