const BPS_PER_PERCENT = 100;

/** A rate for a sentence: `750` → `7.5 %`. */
export function percentWords(bps: number): string {
  return `${String(bps / BPS_PER_PERCENT)} %`;
}
