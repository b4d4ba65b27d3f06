/** How somebody photographs: what stays the same from picture to picture. Hues in degrees, the rest in [0, 1]. */
export interface PictureStyle {
  readonly name: string;
  readonly hues: readonly number[];
  readonly saturation: number;
  /** Of the ground; things are lighter or darker by `contrast`. */
  readonly lightness: number;
  readonly contrast: number;
  /** Things in a picture, at most. */
  readonly things: number;
  /** Share of the picture that its largest thing takes. */
  readonly size: number;
  readonly grain: number;
}

const style = (
  name: string,
  hues: readonly number[],
  [saturation, lightness, contrast, things, size, grain]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
): PictureStyle => ({ name, hues, saturation, lightness, contrast, things, size, grain });

/** Looks that people know from feeds. The first is the demo brand’s own. */
export const PICTURE_STYLES: readonly PictureStyle[] = [
  style('linen and clay', [24, 34, 44, 18], [0.28, 0.78, 0.2, 5, 0.4, 0.03]),
  style('nordic white', [205, 215, 40], [0.1, 0.88, 0.16, 4, 0.35, 0.02]),
  style('neon night', [285, 320, 190], [0.9, 0.14, 0.5, 9, 0.3, 0.06]),
  style('deep forest', [95, 120, 150, 40], [0.35, 0.3, 0.22, 8, 0.4, 0.05]),
  style('candy', [340, 50, 190, 280], [0.75, 0.7, 0.2, 12, 0.25, 0.02]),
  style('film noir', [30, 220], [0.03, 0.28, 0.45, 6, 0.45, 0.08]),
  style('blue sea', [195, 205, 215, 45], [0.5, 0.62, 0.25, 5, 0.5, 0.03]),
  style('burnt orange', [15, 25, 5, 40], [0.7, 0.45, 0.3, 7, 0.4, 0.05]),
];
