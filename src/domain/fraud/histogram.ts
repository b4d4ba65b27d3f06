import type { z } from 'zod';
import type { HistogramBin } from './fraud-scores.ts';
import { TTC_BIN_COUNT, TTC_BIN_EDGES_SECONDS } from './ttc-bins.ts';

/** Where the open last bin ends when it is drawn. */
const LAST_EDGE_SECONDS = 90 * 86_400;

/** Shares per bin of two histograms side by side; a share is 0 where its histogram is empty. */
export function compareHistograms(
  partner: readonly number[],
  stratum: readonly number[],
): z.infer<typeof HistogramBin>[] {
  const own = sumOf(partner);
  const all = sumOf(stratum);
  return Array.from({ length: TTC_BIN_COUNT }, (_, bin) => ({
    fromSeconds: TTC_BIN_EDGES_SECONDS[bin - 1] ?? 0,
    toSeconds: TTC_BIN_EDGES_SECONDS[bin] ?? LAST_EDGE_SECONDS,
    partnerShare: own === 0 ? 0 : (partner[bin] ?? 0) / own,
    stratumShare: all === 0 ? 0 : (stratum[bin] ?? 0) / all,
  }));
}

/** Middle delay of a histogram, interpolated within its bin; null of an empty one. */
export function histogramMedianSeconds(histogram: readonly number[]): number | null {
  const half = sumOf(histogram) / 2;
  if (half === 0) return null;
  let before = 0;
  for (const [bin, count] of histogram.entries()) {
    if (before + count >= half) {
      const from = TTC_BIN_EDGES_SECONDS[bin - 1] ?? 0;
      const to = TTC_BIN_EDGES_SECONDS[bin] ?? LAST_EDGE_SECONDS;
      return from + ((half - before) / count) * (to - from);
    }
    before += count;
  }
  return null;
}

/** Adds histograms bin by bin. */
export function addHistograms(histograms: readonly (readonly number[])[]): number[] {
  const sum = new Array<number>(TTC_BIN_COUNT).fill(0);
  for (const histogram of histograms) {
    for (const [bin, count] of histogram.entries()) sum[bin] = (sum[bin] ?? 0) + count;
  }
  return sum;
}

function sumOf(histogram: readonly number[]): number {
  return histogram.reduce((sum, count) => sum + count, 0);
}
