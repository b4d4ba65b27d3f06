import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const KEPT_BYTES_MAX = 10 * 1024 * 1024;
const compress = promisify(gzip);

/** The bytes of a mail, ready to be kept. */
export interface RawMail {
  /** Lower-case hexadecimal, over all bytes. */
  readonly sha256: string;
  /** As they came. */
  readonly sizeBytes: number;
  /** gzip of the first 10 MB. */
  readonly kept: Buffer;
  /** Whether there were more. */
  readonly isCut: boolean;
}

/** Made before a mail is read: reading may take the bytes away. */
export async function rawMail(bytes: Uint8Array): Promise<RawMail> {
  const sizeBytes = bytes.byteLength;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes,
    kept: await compress(bytes.subarray(0, KEPT_BYTES_MAX)),
    isCut: sizeBytes > KEPT_BYTES_MAX,
  };
}
