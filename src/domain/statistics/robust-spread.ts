/** Makes the median absolute deviation estimate a normal's standard deviation. */
const MAD_TO_SD = 1.4826;

/** @returns the middle value (the mean of the two middle ones), or `null` of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Centre and spread that a tenth of outliers cannot move.
 *
 * @returns the median and 1.4826 × the median absolute deviation from it, or `null` of nothing.
 */
export function robustSpread(values: readonly number[]): { centre: number; spread: number } | null {
  const centre = median(values);
  if (centre === null) return null;
  const deviation = median(values.map((value) => Math.abs(value - centre)));
  return { centre, spread: MAD_TO_SD * (deviation ?? 0) };
}
