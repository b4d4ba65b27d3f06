import type { Lab } from './lab.ts';

/** One of the colours a picture is made of. */
export interface Swatch extends Lab {
  /** Share of the picture, in (0, 1]. */
  readonly share: number;
}

const ROUNDS_MAX = 12;

/**
 * The main colours of a picture: k-means in CIELAB, begun at the colours that lie farthest apart, so that the same
 * picture always gives the same palette.
 *
 * @returns at most `count` swatches, the largest share first.
 */
export function paletteOf(colours: readonly Lab[], count: number): Swatch[] {
  let centres = farApart(colours, count);
  let groups: Lab[][] = [];
  for (let round = 0; round < ROUNDS_MAX; round++) {
    groups = group(colours, centres);
    const moved = groups
      .map((members, at) => meanOf(members) ?? centres[at])
      .filter((centre) => centre !== undefined);
    const shift = Math.max(...moved.map((centre, at) => squared(centre, centres[at] ?? centre)), 0);
    centres = moved;
    if (shift < 0.01) break;
  }
  return groups
    .flatMap((members, at) => {
      const centre = centres[at];
      return centre === undefined || members.length === 0
        ? []
        : [{ ...centre, share: members.length / colours.length }];
    })
    .sort((one, other) => other.share - one.share);
}

function farApart(colours: readonly Lab[], count: number): Lab[] {
  const mean = meanOf(colours);
  const first = mean && nearestTo(mean, colours);
  if (!first) return [];
  const centres = [first];
  const gaps = colours.map((colour) => squared(colour, first));
  while (centres.length < count) {
    const at = gaps.reduce((best, gap, index) => (gap > (gaps[best] ?? 0) ? index : best), 0);
    const next = colours[at];
    if (next === undefined || (gaps[at] ?? 0) === 0) break;
    centres.push(next);
    colours.forEach((colour, index) => {
      gaps[index] = Math.min(gaps[index] ?? 0, squared(colour, next));
    });
  }
  return centres;
}

function group(colours: readonly Lab[], centres: readonly Lab[]): Lab[][] {
  const groups: Lab[][] = centres.map(() => []);
  for (const colour of colours) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [at, centre] of centres.entries()) {
      const gap = squared(colour, centre);
      if (gap < least) {
        least = gap;
        best = at;
      }
    }
    groups[best]?.push(colour);
  }
  return groups;
}

function nearestTo(target: Lab, colours: readonly Lab[]): Lab | null {
  return colours.reduce<Lab | null>(
    (best, colour) => (best === null || squared(colour, target) < squared(best, target) ? colour : best),
    null,
  );
}

function meanOf(colours: readonly Lab[]): Lab | null {
  if (colours.length === 0) return null;
  let l = 0;
  let a = 0;
  let b = 0;
  for (const colour of colours) {
    l += colour.l;
    a += colour.a;
    b += colour.b;
  }
  return { l: l / colours.length, a: a / colours.length, b: b / colours.length };
}

const squared = (one: Lab, other: Lab): number =>
  (one.l - other.l) ** 2 + (one.a - other.a) ** 2 + (one.b - other.b) ** 2;
