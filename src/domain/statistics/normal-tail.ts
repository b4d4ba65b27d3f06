import erfc from '@stdlib/math-base-special-erfc';

/** P(Z ≥ z) of the standard normal, exact far into the tail. */
export function normalUpperTail(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/**
 * P(X ≥ x) of chi-square by Wilson and Hilferty's cube root, good to a few per cent of the tail, which is
 * enough where the statistic is itself scaled for over-dispersion.
 *
 * @param degrees - degrees of freedom, >= 1.
 */
export function chiSquareUpperTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const spread = 2 / (9 * degrees);
  return normalUpperTail((Math.cbrt(x / degrees) - (1 - spread)) / Math.sqrt(spread));
}
