import { composition } from './composition.ts';
import { chromaOf, type Lab, labOf } from './lab.ts';
import type { LookMeasure } from './look-measure.ts';
import { paletteOf } from './palette.ts';
import type { Pixels } from './pixels.ts';

const SWATCHES = 6;

/**
 * Measures palette, tone, saturation, contrast and composition of a picture.
 *
 * @param pixels - small already (about 64 pixels on its longer side): what is measured does not need more.
 * @returns null for a picture without a pixel.
 */
export function measureLook(pixels: Pixels): LookMeasure | null {
  const colours = labsOf(pixels);
  if (colours.length === 0) return null;
  const lightness = mean(colours.map(({ l }) => l));
  const squares = mean(colours.map(({ l }) => (l - lightness) ** 2));
  return {
    palette: paletteOf(colours, SWATCHES),
    lightness,
    contrast: Math.sqrt(squares),
    chroma: mean(colours.map(chromaOf)),
    warmth: mean(colours.map(({ b }) => b)),
    ...composition(
      colours.map(({ l }) => l),
      pixels,
    ),
  };
}

function labsOf({ width, height, data }: Pixels): Lab[] {
  return Array.from({ length: width * height }, (_, at) =>
    labOf(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
