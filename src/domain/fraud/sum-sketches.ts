import assert from 'node:assert';
import type { ClickSketch, ConversionSketch } from './sketch.ts';

/**
 * Adds sketches field by field: counts, money and histograms are summed, the key is the first one's.
 *
 * @param sketches - at least one; the caller sees to it that their keys may be joined.
 */
export function sumSketches<Sketch extends ConversionSketch | ClickSketch>(
  sketches: readonly Sketch[],
): Sketch {
  const [first] = sketches;
  assert(first, 'a sum needs at least one sketch');
  const sum: Record<string, unknown> = { ...first };
  for (const field of Object.keys(first) as (keyof Sketch)[]) {
    const value: unknown = first[field];
    if (typeof value === 'number')
      sum[field as string] = sumOf(sketches as readonly Record<keyof Sketch, number>[], field);
    else if (typeof value === 'bigint')
      sum[field as string] = bigSumOf(sketches as readonly Record<keyof Sketch, bigint>[], field);
    else if (Array.isArray(value))
      sum[field as string] = binSumsOf(sketches as readonly Record<keyof Sketch, number[]>[], field);
  }
  return sum as Sketch;
}

function sumOf<Field extends PropertyKey>(rows: readonly Record<Field, number>[], field: Field): number {
  let sum = 0;
  for (const row of rows) sum += row[field];
  return sum;
}

function bigSumOf<Field extends PropertyKey>(rows: readonly Record<Field, bigint>[], field: Field): bigint {
  let sum = 0n;
  for (const row of rows) sum += row[field];
  return sum;
}

function binSumsOf<Field extends PropertyKey>(
  rows: readonly Record<Field, number[]>[],
  field: Field,
): number[] {
  const sums = [...(rows[0]?.[field] ?? [])];
  for (const row of rows.slice(1)) {
    for (const [bin, count] of row[field].entries()) sums[bin] = (sums[bin] ?? 0) + count;
  }
  return sums;
}
