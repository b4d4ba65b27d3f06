import type { Pixels } from '../../../src/domain/vetting/look/pixels.ts';
import type { PictureStyle } from './picture-style.ts';

interface Thing {
  readonly round: boolean;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly colour: readonly [number, number, number];
}

/** How far one person’s pictures differ among themselves: 0 not at all, 1 as people do. */
const JITTER = { hue: 8, saturation: 0.08, lightness: 0.08 } as const;

/**
 * Paints a still life in a style: a ground that darkens to one side, things with shadows on it, and grain. Nobody's
 * photograph; the same chance gives the same picture.
 *
 * @param next - uniform in [0, 1).
 */
export function paintPicture(style: PictureStyle, next: () => number, width = 240, height = 300): Pixels {
  const about = (middle: number, spread: number): number => middle + (next() * 2 - 1) * spread;
  const colour = (lightness: number): readonly [number, number, number] => {
    const hue = style.hues[Math.floor(next() * style.hues.length)] ?? 0;
    const saturation = clamp(about(style.saturation, JITTER.saturation));
    return rgbOf(about(hue, JITTER.hue), saturation, clamp(about(lightness, JITTER.lightness)));
  };
  const ground = colour(style.lightness);
  const slope = { x: about(0, 0.12), y: about(0, 0.12) };
  const count = Math.max(1, Math.round(about(style.things * 0.75, style.things * 0.25)));
  const things: Thing[] = Array.from({ length: count }, () => {
    const size = style.size * (0.25 + 0.75 * next()) * 0.5;
    return {
      round: next() < 0.6,
      x: about(0.5, 0.38),
      y: about(0.55, 0.35),
      halfWidth: size * about(1, 0.4),
      halfHeight: size * about(1, 0.4),
      colour: colour(style.lightness + (next() < 0.65 ? -1 : 1) * style.contrast * (0.5 + next())),
    };
  });
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const x = (at % width) / width;
    const y = Math.floor(at / width) / height;
    const thing = things.findLast((each) => covers(each, x, y));
    const shadow = thing === undefined && things.some((each) => covers(each, x - 0.02, y - 0.03)) ? 0.82 : 1;
    const light = (1 + slope.x * (x - 0.5) + slope.y * (y - 0.5)) * shadow;
    const grain = (next() - 0.5) * style.grain * 255;
    const [red, green, blue] = thing?.colour ?? ground;
    data[at * 3] = byte(red * light + grain);
    data[at * 3 + 1] = byte(green * light + grain);
    data[at * 3 + 2] = byte(blue * light + grain);
  }
  return { width, height, data };
}

const covers = ({ round, x, y, halfWidth, halfHeight }: Thing, atX: number, atY: number): boolean => {
  const across = Math.abs(atX - x) / halfWidth;
  const down = Math.abs(atY - y) / halfHeight;
  return round ? across ** 2 + down ** 2 <= 1 : across <= 1 && down <= 1;
};

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/** HSL to sRGB bytes. */
function rgbOf(hue: number, saturation: number, lightness: number): readonly [number, number, number] {
  const range = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const turn = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - range * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
