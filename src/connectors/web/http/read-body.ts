import { pipeline, type Readable } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip, createZstdDecompress } from 'node:zlib';
import { FetchFailed } from '../fetch-failed.ts';

const CODINGS_MAX = 2;

export interface BodyLimits {
  /** Of what the body unpacks to. */
  readonly bytesMax: number;
  /** `cut` keeps the first `bytesMax` bytes instead of refusing. */
  readonly whenLarger: 'refuse' | 'cut';
}

/**
 * A body, unpacked as its Content-Encoding says. Counts what it unpacks to while it unpacks, so that a bomb is left
 * after `bytesMax` bytes.
 *
 * @throws {FetchFailed} `too_large`, `unreadable`; errors of the stream and of zlib as they are.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { bytesMax, whenLarger }: BodyLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked(body, contentEncoding)) {
      const kept = chunk.subarray(0, bytesMax - length);
      chunks.push(kept);
      length += kept.length;
      if (kept.length === chunk.length) continue;
      if (whenLarger === 'cut') break;
      throw new FetchFailed(
        'too_large',
        `The answer is larger than ${bytesMax} bytes; the rest was not read.`,
      );
    }
  } finally {
    body.destroy();
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}

/** Each stream's failure ends the next one with it, and leaving the last one ends them all. */
function unpacked(body: Readable, contentEncoding: string): AsyncIterable<Buffer> {
  return decodersOf(contentEncoding).reduce<Readable>(
    (source, decoder) => pipeline(source, decoder, () => undefined),
    body,
  );
}

/** The last coding was applied last and is undone first. A body cut short gives what was in it. */
function decodersOf(contentEncoding: string) {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > CODINGS_MAX)
    throw new FetchFailed('unreadable', `The answer is packed ${codings.length} times over.`);
  return codings.reverse().map((coding) => {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
      case 'deflate':
        return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH });
      case 'br':
        return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
      case 'zstd':
        return createZstdDecompress();
      default:
        throw new FetchFailed(
          'unreadable',
          `The answer is packed as ${coding.slice(0, 40)}, which is not known.`,
        );
    }
  });
}
