import type { LookFacts, LookPart } from './look-facts.ts';
import { LOOK_NUMBERS, type LookMeasure, type LookNumber } from './look-measure.ts';
import { paletteOf, type Swatch } from './palette.ts';
import { paletteDistance } from './palette-distance.ts';

/** What a brand's reference pictures have in common. */
export interface LookBoard {
  readonly palette: readonly Swatch[];
  readonly numbers: Readonly<Record<LookNumber, { readonly mean: number; readonly spread: number }>>;
  readonly pictures: number;
}

const SWATCHES = 8;
/** A brand that never varies would call every other picture foreign: no spread counts as smaller than this. */
const SPREAD_MIN: Readonly<Record<LookNumber, number>> = {
  lightness: 8,
  contrast: 5,
  chroma: 6,
  warmth: 6,
  busyness: 0.06,
  emptiness: 0.12,
  offCentre: 0.06,
};
const WEIGHTS: Readonly<Record<LookPart['name'], number>> = {
  palette: 0.35,
  lightness: 0.13,
  contrast: 0.08,
  chroma: 0.16,
  warmth: 0.12,
  busyness: 0.07,
  emptiness: 0.06,
  offCentre: 0.03,
};
/** A palette this far from the brand's is half as close; CIEDE2000. */
const PALETTE_HALF = 9;
/** So many spreads from the brand's mean is half as close. */
const NUMBER_HALF = 1.8;

/** The brand's look, from its reference pictures; null when none could be measured. */
export function boardOf(measures: readonly LookMeasure[]): LookBoard | null {
  if (measures.length === 0) return null;
  return { palette: jointPalette(measures), numbers: numbersOf(measures), pictures: measures.length };
}

/** How close a creator's pictures come to the brand's look; null when none of them could be measured. */
export function compareLook(
  measures: readonly LookMeasure[],
  board: LookBoard,
  unreadable = 0,
): LookFacts | null {
  if (measures.length === 0) return null;
  const postsPalette = jointPalette(measures);
  const posts = numbersOf(measures);
  const parts: LookPart[] = [
    {
      name: 'palette',
      posts: null,
      brand: null,
      closeness: halving(paletteDistance(postsPalette, board.palette), PALETTE_HALF),
    },
    ...LOOK_NUMBERS.map((name) => {
      const brand = board.numbers[name];
      const away = Math.abs(posts[name].mean - brand.mean) / Math.max(brand.spread, SPREAD_MIN[name]);
      return { name, posts: posts[name].mean, brand: brand.mean, closeness: halving(away, NUMBER_HALF) };
    }),
  ];
  return {
    closeness: Math.min(
      1,
      parts.reduce((sum, { name, closeness }) => sum + WEIGHTS[name] * closeness, 0),
    ),
    parts,
    postsPalette,
    brandPalette: board.palette,
    pictures: measures.length,
    unreadable,
  };
}

/** 1 at no distance, one half at `half`, towards 0 beyond. */
const halving = (distance: number, half: number): number => 1 / (1 + (distance / half) ** 2);

function jointPalette(measures: readonly LookMeasure[]): Swatch[] {
  // Every swatch counts as often as its share, so that a speck of red does not weigh like a red wall.
  const colours = measures.flatMap(({ palette }) =>
    palette.flatMap(({ share, ...lab }) => Array<typeof lab>(Math.max(1, Math.round(share * 20))).fill(lab)),
  );
  return paletteOf(colours, SWATCHES);
}

function numbersOf(measures: readonly LookMeasure[]): LookBoard['numbers'] {
  const of = (name: LookNumber) => {
    const values = measures.map((measure) => measure[name]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, spread: Math.sqrt(variance) };
  };
  return {
    lightness: of('lightness'),
    contrast: of('contrast'),
    chroma: of('chroma'),
    warmth: of('warmth'),
    busyness: of('busyness'),
    emptiness: of('emptiness'),
    offCentre: of('offCentre'),
  };
}
