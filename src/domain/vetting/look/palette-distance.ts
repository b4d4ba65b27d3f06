import { colourDifference } from './colour-difference.ts';
import type { Swatch } from './palette.ts';

/**
 * How far two palettes lie apart: each colour against the nearest of the other palette, by share, both ways.
 *
 * @returns CIEDE2000 units; 0 for the same palette, about 10 for palettes a person tells apart, 30 and more for opposites.
 */
export function paletteDistance(one: readonly Swatch[], other: readonly Swatch[]): number {
  return (oneWay(one, other) + oneWay(other, one)) / 2;
}

function oneWay(from: readonly Swatch[], to: readonly Swatch[]): number {
  const whole = from.reduce((sum, { share }) => sum + share, 0);
  if (whole === 0 || to.length === 0) return 0;
  const weighted = from.reduce(
    (sum, swatch) => sum + swatch.share * Math.min(...to.map((near) => colourDifference(swatch, near))),
    0,
  );
  return weighted / whole;
}
