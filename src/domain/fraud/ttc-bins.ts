const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Upper edges, in seconds, of the time-to-conversion histogram; bin `i` holds
 * `edges[i-1] <= ttc < edges[i]`, bin 0 holds `0 < ttc < edges[0]`, and one last bin everything later.
 *
 * Roughly logarithmic up to two hours, then bins of equal length: two hours each until 24 h, a day each
 * until day 7, because a planted cookie spreads its orders evenly over time and an honest click does not.
 * In SQL: `width_bucket(ttc, array[<these edges>])` is the bin's index.
 */
export const TTC_BIN_EDGES_SECONDS: readonly number[] = [
  1,
  2,
  5,
  10,
  20,
  30,
  45,
  60,
  90,
  120,
  180,
  300,
  600,
  1_200,
  1_800,
  HOUR,
  2 * HOUR,
  ...Array.from({ length: 11 }, (_, index) => (4 + 2 * index) * HOUR),
  ...Array.from({ length: 6 }, (_, index) => (2 + index) * DAY),
  14 * DAY,
  30 * DAY,
];

/** Number of bins, the last one open-ended. */
export const TTC_BIN_COUNT = TTC_BIN_EDGES_SECONDS.length + 1;

/** Bins of equal length: two hours each from 2 h to 24 h, as `[first, past the last]`. */
export const HOURLY_TAIL_BINS: readonly [number, number] = [17, 28];

/** Bins of equal length: one day each from day 2 to day 7, as `[first, past the last]`. */
export const DAILY_TAIL_BINS: readonly [number, number] = [28, 34];

/** @returns the bin of a positive delay, as `width_bucket` gives it. */
export function ttcBin(ttcSeconds: number): number {
  const at = TTC_BIN_EDGES_SECONDS.findIndex((edge) => ttcSeconds < edge);
  return at === -1 ? TTC_BIN_EDGES_SECONDS.length : at;
}
