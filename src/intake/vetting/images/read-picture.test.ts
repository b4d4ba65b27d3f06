import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashDistance } from '../../../domain/vetting/look/picture-hash.ts';
import { readPicture } from './read-picture.ts';

/** A wall, a table, a plate and a cup: edges at several sizes, as photographs have them. */
const scene = (width: number, height: number) => {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const x = (at % width) / width;
    const y = Math.floor(at / width) / height;
    data.set(colourAt(x, y), at * 3);
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
};

function colourAt(x: number, y: number): readonly number[] {
  if (Math.hypot(x - 0.35, (y - 0.6) * 0.7) < 0.18) return [240, 236, 228];
  if (x > 0.62 && x < 0.8 && y > 0.35 && y < 0.75) return [40, 70, 130];
  if (x > 0.15 && x < 0.2 && y < 0.5) return [180, 40, 40];
  return y > 0.55 ? [150 + 40 * x, 110, 70] : [205, 215 - 60 * y, 190];
}

describe('readPicture', () => {
  it('knows a copy that was scaled and recoded', async () => {
    const one = await readPicture(await scene(900, 600).jpeg({ quality: 92 }).toBuffer());
    const copy = await readPicture(await scene(900, 600).resize(450).webp({ quality: 60 }).toBuffer());
    if (one.state !== 'read' || copy.state !== 'read') throw new Error('both can be read');
    expect(hashDistance(one.hash, copy.hash)).toBeLessThanOrEqual(4);
    expect(Math.abs(one.look.lightness - copy.look.lightness)).toBeLessThan(1.5);
  });

  it('reads grey, transparent and sixteen-bit pictures', async () => {
    const grey = await readPicture(await scene(80, 80).greyscale().png().toBuffer());
    const clear = await readPicture(
      await sharp({
        create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
      })
        .png()
        .toBuffer(),
    );
    if (grey.state !== 'read' || clear.state !== 'read') throw new Error('both can be read');
    expect(grey.look.chroma).toBeLessThan(1);
    expect(clear.look.lightness).toBeCloseTo(100, 0);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['words', Buffer.from('not a picture at all')],
    [
      'a drawing that could fetch',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:9/"/></svg>',
      ),
    ],
    ['half a JPEG header', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ])('names %s as unreadable', async (_name, bytes) => {
    expect(await readPicture(bytes)).toMatchObject({ state: 'unreadable' });
  });

  it('refuses a bomb of pixels before decoding it', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await readPicture(bomb)).toMatchObject({ state: 'unreadable' });
  });
});
