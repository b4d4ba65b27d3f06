import { open } from 'node:fs/promises';
import type { PageUnreadable } from '../../../domain/pages/page-auditor.ts';
import { PAGE_LIMITS } from './page-limits.ts';

const CODES: Readonly<Record<string, PageUnreadable>> = {
  ENOENT: { code: 'file_missing', message: 'There is no such file.' },
  ENOTDIR: { code: 'file_missing', message: 'There is no such file.' },
  ENAMETOOLONG: { code: 'file_missing', message: 'There is no such file.' },
  EACCES: { code: 'file_refused', message: 'This file may not be read.' },
  EISDIR: { code: 'file_is_folder', message: 'This is a folder, not a page.' },
};
const LOOKED_AT_BYTES = 4_096;
/** Of control characters that no text holds; more of them are no text. */
const CONTROL_SHARE_MAX = 0.05;

/** A saved page, of which at most the limit and one byte more is read. @returns why it could not be. */
export async function pageBytes(file: string): Promise<Uint8Array | PageUnreadable> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.min(size, PAGE_LIMITS.bytes + 1));
      const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, 0);
      return looked(bytes.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const known = CODES[code];
    if (known) return known;
    throw error;
  }
}

function looked(bytes: Uint8Array): Uint8Array | PageUnreadable {
  const beginning = bytes.subarray(0, LOOKED_AT_BYTES);
  if (!beginning.some((byte) => byte > 32))
    return { code: 'page_empty', message: 'There is nothing on this page.' };
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const controls = beginning.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  if (!isUtf16 && controls > beginning.length * CONTROL_SHARE_MAX) {
    return { code: 'page_not_html', message: 'This is no page: it is no text.' };
  }
  return bytes;
}
