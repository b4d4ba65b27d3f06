import sharp from 'sharp';
import type { LookMeasure } from '../../../domain/vetting/look/look-measure.ts';
import { measureLook } from '../../../domain/vetting/look/measure-look.ts';
import { pictureHash } from '../../../domain/vetting/look/picture-hash.ts';

/** What one picture says by itself. */
export type PictureRead =
  | {
      readonly state: 'read';
      readonly look: LookMeasure;
      readonly hash: bigint;
      /** A small WebP of our own encoding; null unless it was asked for. */
      readonly shown: Uint8Array | null;
    }
  | { readonly state: 'unreadable'; readonly reason: string };

export const PICTURE_LIMITS = { bytes: 20_000_000, pixels: 60_000_000, seconds: 10 } as const;

/** Formats that hold pixels and nothing that could run or fetch. */
const FORMATS: readonly string[] = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heif', 'tiff'];
const SHOWN_SIDE = 360;
const LOOK_SIDE = 64;
const HASH_SIDE = 32;

/**
 * Decodes a picture, small, and measures it. Broken, huge or foreign files are named, never thrown.
 *
 * @param bytes - of the file as it came; of an animation the first frame counts.
 * @param withShown - also makes the small WebP that a person is shown: our own encoding of the pixels, none of the file.
 */
export async function readPicture(bytes: Uint8Array, { withShown = false } = {}): Promise<PictureRead> {
  if (bytes.length > PICTURE_LIMITS.bytes)
    return unreadable(`It is larger than ${PICTURE_LIMITS.bytes / 1e6} MB.`);
  try {
    const options = {
      limitInputPixels: PICTURE_LIMITS.pixels,
      failOn: 'error',
      sequentialRead: true,
    } as const;
    const { format } = await sharp(bytes, options).metadata();
    if (format === undefined || !FORMATS.includes(format)) {
      return unreadable('It is no JPEG, PNG, WebP, GIF, AVIF, HEIF or TIFF.');
    }
    // One decoding for all: what is measured needs no more than this.
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: PICTURE_LIMITS.seconds })
      .rotate()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .resize(SHOWN_SIDE, SHOWN_SIDE, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const small = () => sharp(data, { raw: { width, height, channels } }).toColourspace('srgb').removeAlpha();
    const fits = await small()
      .resize(LOOK_SIDE, LOOK_SIDE, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const square = await small().resize(HASH_SIDE, HASH_SIDE, { fit: 'fill' }).raw().toBuffer();
    const look = measureLook({ width: fits.info.width, height: fits.info.height, data: fits.data });
    if (look === null) return unreadable('It has no pixels.');
    const hash = pictureHash({ width: HASH_SIDE, height: HASH_SIDE, data: square });
    const shown = withShown ? await small().webp({ quality: 72 }).toBuffer() : null;
    return { state: 'read', look, hash, shown };
  } catch (error) {
    return unreadable(`It could not be decoded: ${sentenceOf(error)}`);
  }
}

const unreadable = (reason: string): PictureRead => ({ state: 'unreadable', reason });

const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 160) ?? 'unknown';
