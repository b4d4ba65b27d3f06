import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourDifference } from './colour-difference.ts';
import { boardOf, compareLook } from './compare-look.ts';
import { labOf } from './lab.ts';
import { measureLook } from './measure-look.ts';
import { paletteOf } from './palette.ts';
import { hashDistance, pictureHash } from './picture-hash.ts';
import type { Pixels } from './pixels.ts';

const picture = (
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly number[],
): Pixels => {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(paint(x, y), (y * width + x) * 3);
  return { width, height, data };
};
const measured = (pixels: Pixels) => {
  const measure = measureLook(pixels);
  if (measure === null) throw new Error('a picture with pixels');
  return measure;
};
const PASTEL = (shift: number) =>
  measured(
    picture(48, 48, (x, y) =>
      x + y + shift < 40 ? [247, 224, 216] : y > 30 ? [216, 236, 230] : [250, 246, 240],
    ),
  );
const NEON = (shift: number) =>
  measured(
    picture(48, 48, (x, y) => ((x + shift) % 6 < 3 ? [5, 5, 10] : y % 8 < 4 ? [255, 0, 180] : [0, 255, 60])),
  );

describe('labOf', () => {
  it.each([
    [[255, 255, 255], { l: 100, a: 0, b: 0 }],
    [[255, 0, 0], { l: 53.24, a: 80.09, b: 67.2 }],
    [[0, 0, 255], { l: 32.3, a: 79.19, b: -107.86 }],
    [[128, 128, 128], { l: 53.59, a: 0, b: 0 }],
  ] as const)('places %j where the tables do', ([r, g, b], lab) => {
    const found = labOf(r, g, b);
    expect(found.l).toBeCloseTo(lab.l, 1);
    expect(found.a).toBeCloseTo(lab.a, 1);
    expect(found.b).toBeCloseTo(lab.b, 1);
  });
});

describe('colourDifference', () => {
  // Published pairs of Sharma, Wu and Dalal: hue wrap-around, grey, and ordinary ones.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
    [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  ])('from %j to %j is %d', (one, other, expected) => {
    const lab = ([l = 0, a = 0, b = 0]: readonly number[]) => ({ l, a, b });
    expect(colourDifference(lab(one), lab(other))).toBeCloseTo(expected, 4);
    expect(colourDifference(lab(other), lab(one))).toBeCloseTo(expected, 4);
  });
});

describe('paletteOf', () => {
  it('finds flat colours with their shares, the same each time', () => {
    const colours = [
      ...Array(60).fill(labOf(250, 0, 0)),
      ...Array(30).fill(labOf(0, 0, 250)),
      ...Array(10).fill(labOf(9, 9, 9)),
    ];
    expect(paletteOf(colours, 6).map(({ share }) => share)).toEqual([0.6, 0.3, 0.1]);
  });

  it('gives shares that sum to one, whatever the colours', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.array(fc.tuple(byte, byte, byte), { minLength: 1, maxLength: 200 }), (bytes) => {
        const shares = paletteOf(
          bytes.map(([r, g, b]) => labOf(r, g, b)),
          6,
        ).map(({ share }) => share);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('compareLook', () => {
  const board = boardOf([PASTEL(0), PASTEL(4), PASTEL(8)]);

  it('finds a feed of the brand’s own kind close, and an opposite one far', () => {
    if (board === null) throw new Error('three pictures');
    const close = compareLook([PASTEL(2), PASTEL(6)], board)?.closeness ?? 0;
    const far = compareLook([NEON(0), NEON(2)], board)?.closeness ?? 1;
    expect(close).toBeGreaterThan(0.9);
    expect(far).toBeLessThan(0.3);
  });

  it('has no answer without a picture', () => {
    expect(boardOf([])).toBeNull();
    if (board !== null) expect(compareLook([], board, 9)).toBeNull();
  });
});

describe('pictureHash', () => {
  const scene = (light: number) =>
    picture(32, 32, (x, y) => {
      const value = Math.min(
        255,
        Math.max(0, Math.round(120 + 60 * Math.sin(x / 5) + 50 * Math.cos(y / 7 + x / 11) + light)),
      );
      return [value, value, 255 - value];
    });

  it('stays nearly the same for a brighter copy, and differs for another picture', () => {
    const other = picture(32, 32, (x, y) =>
      ((x >> 2) + (y >> 3)) % 2 === 0 ? [240, 240, 240] : [10, 10, 10],
    );
    expect(hashDistance(pictureHash(scene(0)), pictureHash(scene(12)))).toBeLessThanOrEqual(4);
    expect(hashDistance(pictureHash(scene(0)), pictureHash(other))).toBeGreaterThan(15);
  });
});
