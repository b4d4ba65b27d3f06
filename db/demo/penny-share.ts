const MICROS_PER_PENNY = 10_000n;
const BASIS_POINTS = 10_000n;

/**
 * A share of a non-negative amount in basis points, rounded half-up to the penny.
 *
 * @example pennyShare(1_234_000n, 800n) // 100_000n: 8 % of 1.234 is 0.09872, which is 10 pence
 */
export function pennyShare(micros: bigint, bps: bigint): bigint {
  const whole = BASIS_POINTS * MICROS_PER_PENNY;
  return ((micros * bps * 2n + whole) / (2n * whole)) * MICROS_PER_PENNY;
}
