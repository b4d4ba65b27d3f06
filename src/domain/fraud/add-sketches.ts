import type { ClickSketch, ConversionSketch } from './sketch.ts';

/**
 * Adds two sketches field by field: counts, money and histograms are summed, the key is the first one's.
 *
 * @param left - gives partner, day and the rest of the key; the caller sees to it that the keys may be joined.
 */
export function addSketches<Sketch extends ConversionSketch | ClickSketch>(
  left: Sketch,
  right: Sketch,
): Sketch {
  const sum: Record<string, unknown> = { ...left };
  for (const [field, value] of Object.entries(right)) {
    const before = sum[field];
    if (typeof value === 'number' && typeof before === 'number') sum[field] = before + value;
    else if (typeof value === 'bigint' && typeof before === 'bigint') sum[field] = before + value;
    else if (Array.isArray(value) && Array.isArray(before)) {
      sum[field] = value.map((count: number, index) => count + ((before as number[])[index] ?? 0));
    }
  }
  return sum as Sketch;
}
