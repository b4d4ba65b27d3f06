import type { LookMeasure } from './look-measure.ts';
import type { Pixels } from './pixels.ts';

/** Change of lightness from one pixel to the next that makes an edge. */
const EDGE = 12;
const CELLS = 6;
/** A part of the picture with fewer edges than this is calm. */
const CALM_SHARE = 0.04;

/**
 * How a picture is composed, by where its lightness changes: how much of it does, how much is calm, and how far from
 * the middle the changes lie.
 *
 * @param lightness - of each pixel, row by row.
 */
export function composition(
  lightness: readonly number[],
  { width, height }: Pick<Pixels, 'width' | 'height'>,
): Pick<LookMeasure, 'busyness' | 'emptiness' | 'offCentre'> {
  const cells = Array.from({ length: CELLS * CELLS }, () => ({ edges: 0, pixels: 0 }));
  let edges = 0;
  let distance = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = cells[Math.floor((y * CELLS) / height) * CELLS + Math.floor((x * CELLS) / width)];
      if (cell) cell.pixels++;
      if (!isEdge(lightness, { x, y, width, height })) continue;
      edges++;
      if (cell) cell.edges++;
      distance += Math.hypot((2 * (x + 0.5)) / width - 1, (2 * (y + 0.5)) / height - 1) / Math.SQRT2;
    }
  }
  const calm = cells.filter((cell) => cell.edges <= cell.pixels * CALM_SHARE).length;
  return {
    busyness: edges / (width * height),
    emptiness: calm / cells.length,
    offCentre: edges === 0 ? 0 : distance / edges,
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function isEdge(lightness: readonly number[], { x, y, width, height }: Place): boolean {
  const here = lightness[y * width + x] ?? 0;
  const right = x + 1 < width ? (lightness[y * width + x + 1] ?? here) : here;
  const below = y + 1 < height ? (lightness[(y + 1) * width + x] ?? here) : here;
  return Math.hypot(right - here, below - here) >= EDGE;
}
