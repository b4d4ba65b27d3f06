import { type Chance, chanceOf } from '../../../db/demo/chance.ts';
import { paintPicture } from '../../../db/demo/pictures/paint-picture.ts';
import { PICTURE_STYLES, type PictureStyle } from '../../../db/demo/pictures/picture-style.ts';
import { boardOf, compareLook } from '../../../src/domain/vetting/look/compare-look.ts';
import type { LookMeasure } from '../../../src/domain/vetting/look/look-measure.ts';
import { measureLook } from '../../../src/domain/vetting/look/measure-look.ts';

const BOARD_PICTURES = 12;
/** Small enough that nothing needs to be scaled before it is measured. */
const [WIDTH, HEIGHT] = [51, 64];

export interface PaintedCreator {
  readonly brand: string;
  readonly style: string;
  /** The creator paints in the brand’s style, in a hand of their own. */
  readonly isOnBrand: boolean;
  readonly closeness: number;
}

/**
 * Creators who paint in a brand’s style or in another, and how close each comes to a board of that brand. Synthetic:
 * paintings by our own code, nobody’s photographs.
 *
 * @param seed - another seed gives other pictures, boards and hands.
 * @param creators - a brand and style; those in the brand’s own style are as many as all others together.
 */
export function paintedCloseness(seed: string, creators: number, pictures: number): PaintedCreator[] {
  return PICTURE_STYLES.flatMap((brand) => {
    const measures = paintings(brand, chanceOf(`${seed} board ${brand.name}`), BOARD_PICTURES);
    const board = boardOf(measures);
    if (board === null) return [];
    return PICTURE_STYLES.flatMap((style) => {
      const isOnBrand = style === brand;
      const count = isOnBrand ? creators * (PICTURE_STYLES.length - 1) : creators;
      return Array.from({ length: count }, (_, at) => {
        const chance = chanceOf(`${seed} ${brand.name} ${style.name} ${at}`);
        const look = compareLook(paintings(ownHand(style, chance), chance, pictures), board);
        return { brand: brand.name, style: style.name, isOnBrand, closeness: look?.closeness ?? 0 };
      });
    });
  });
}

/** Nobody has exactly the brand’s light and colours. */
function ownHand(style: PictureStyle, chance: Chance): PictureStyle {
  const about = (middle: number, spread: number): number => middle + chance.between(-spread, spread);
  const turn = chance.between(-12, 12);
  return {
    ...style,
    hues: style.hues.map((hue) => hue + turn),
    saturation: Math.max(0, about(style.saturation, 0.1)),
    lightness: Math.min(0.95, Math.max(0.05, about(style.lightness, 0.08))),
    contrast: about(style.contrast, 0.08),
    things: Math.max(1, about(style.things, 2)),
    size: about(style.size, 0.08),
  };
}

function paintings(style: PictureStyle, chance: Chance, count: number): LookMeasure[] {
  return Array.from({ length: count }, () =>
    measureLook(paintPicture(style, () => chance.unit(), WIDTH, HEIGHT)),
  ).filter((measure) => measure !== null);
}
