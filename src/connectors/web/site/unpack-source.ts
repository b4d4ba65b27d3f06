import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { FetchFailed } from '../fetch-failed.ts';

const unpack = promisify(gunzip);

/**
 * The text of a sitemap, which may be a gzip file in itself, whatever its headers say.
 *
 * @throws {FetchFailed} `too_large`; zlib's errors as they are.
 */
export async function unpackSource(bytes: Uint8Array, bytesMax: number): Promise<string> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(await unpack(bytes, { maxOutputLength: bytesMax }));
  } catch (error) {
    if (error instanceof RangeError)
      throw new FetchFailed('too_large', `The file unpacks to more than ${bytesMax} bytes.`);
    throw error;
  }
}
