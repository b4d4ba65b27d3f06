import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../domain/errors.ts';
import { prepended } from './prepended.ts';

export interface OpenFile {
  /** The content, unpacked, without a byte order mark; empty when the file is. */
  readonly chunks: AsyncGenerator<Buffer>;
  /** Bytes of the file itself that were read so far. */
  readonly bytesRead: () => number;
  close(): Promise<void>;
}

const CHUNK_BYTES = 128 * 1_024;
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder; name the files in it',
};

/**
 * Opens a text file for reading once, packed by gzip or not, whatever its name says.
 *
 * @throws {Refusal} `file_unreadable` when it is missing, a folder, not ours to read, UTF-16, or damaged inside;
 *   the last two while reading.
 */
export async function openFile(path: string): Promise<OpenFile> {
  let handle: FileHandle;
  try {
    handle = await open(path);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    const stream = handle.createReadStream({ highWaterMark: CHUNK_BYTES });
    return {
      chunks: textBytes(path, stream),
      bytesRead: () => stream.bytesRead,
      close: async () => {
        stream.destroy();
        await handle.close();
      },
    };
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* textBytes(path: string, stream: Readable): AsyncGenerator<Buffer> {
  try {
    const raw = rejoined(stream);
    const first = await raw.next();
    if (first.done) return;
    const whole = prepended(first.value, raw);
    const isPacked = first.value[0] === 0x1f && first.value[1] === 0x8b;
    const bytes = isPacked ? unpacked(whole) : whole;
    yield* withoutMark(path, bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(path, error);
  }
}

function unpacked(packed: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Whoever reads `gunzip` hears of the error too.
  pipeline(Readable.from(packed), gunzip, () => undefined);
  return gunzip;
}

/** The stream's chunks; the first has at least the four bytes by which a file is recognised, if there are so many. */
async function* rejoined(stream: Readable): AsyncGenerator<Buffer> {
  let start = Buffer.alloc(0);
  let isStarted = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (isStarted) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      isStarted = start.length >= 4;
      if (isStarted) yield start;
    }
  }
  if (!isStarted && start.length > 0) yield start;
}

async function* withoutMark(path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && (chunk.indexOf('\ufeff', 'utf16le') === 0 || (chunk[0] === 0xfe && chunk[1] === 0xff))) {
      throw new Refusal('file_unreadable', `${basename(path)} is UTF-16; save it as UTF-8.`, { path });
    }
    if (isFirst && chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3) {
      throw new Refusal(
        'file_unreadable',
        `${basename(path)} is a zip archive or a workbook; save it as CSV.`,
        { path },
      );
    }
    yield isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

function unreadable(path: string, error: unknown): Refusal {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code?.startsWith('Z_')
    ? 'it is packed by gzip and damaged'
    : (SENTENCES[code ?? ''] ?? message);
  return new Refusal('file_unreadable', `${path} cannot be read: ${reason}.`, { path });
}
