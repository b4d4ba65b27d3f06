import { Readable } from 'node:stream';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const LIMITS = { bytesMax: 100_000, whenLarger: 'refuse' } as const;
const of = (...chunks: readonly Uint8Array[]): Readable =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const text = async (bytes: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytes);

describe('readBody', () => {
  it('unpacks what the header names, in its order', async () => {
    const page = Buffer.from('Gutschein für alle');
    expect(await text(readBody(of(page), '', LIMITS))).toBe('Gutschein für alle');
    expect(await text(readBody(of(gzipSync(page)), 'gzip', LIMITS))).toBe('Gutschein für alle');
    expect(await text(readBody(of(deflateSync(page)), 'Deflate', LIMITS))).toBe('Gutschein für alle');
    expect(await text(readBody(of(brotliCompressSync(page)), 'br', LIMITS))).toBe('Gutschein für alle');
    expect(await text(readBody(of(zstdCompressSync(page)), 'zstd', LIMITS))).toBe('Gutschein für alle');
    const twice = gzipSync(brotliCompressSync(page));
    expect(await text(readBody(of(twice), 'br, gzip', LIMITS))).toBe('Gutschein für alle');
  });

  it('takes what there is of a body that was cut short', async () => {
    const packed = gzipSync(Buffer.from('first words '.repeat(5_000)), { level: 0 });
    const read = await text(readBody(of(packed.subarray(0, 20_000)), 'gzip', LIMITS));
    expect(read.startsWith('first words first words')).toBe(true);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(50 * 1024 * 1024))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50 * 1024 * 1024)))],
  ])('leaves a bomb packed as %s as soon as it is too large', async (coding, bomb) => {
    const before = process.memoryUsage.rss();
    await expect(readBody(of(bomb), coding, LIMITS)).rejects.toMatchObject({ code: 'too_large' });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses what is larger than allowed, or keeps its beginning', async () => {
    const chunks = Array.from({ length: 11 }, () => Buffer.alloc(10_000, 'a'));
    await expect(readBody(of(...chunks), '', LIMITS)).rejects.toMatchObject({ code: 'too_large' });
    expect((await readBody(of(...chunks), '', { ...LIMITS, whenLarger: 'cut' })).length).toBe(100_000);
    expect((await readBody(of(...chunks.slice(1)), '', LIMITS)).length).toBe(100_000);
  });

  it('says so when a coding is unknown, wrong or put on many times', async () => {
    await expect(readBody(of(Buffer.from('x')), 'lzma', LIMITS)).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(readBody(of(Buffer.from('x')), 'gzip,gzip,gzip', LIMITS)).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(readBody(of(Buffer.from('not gzip at all')), 'gzip', LIMITS)).rejects.toMatchObject({
      code: 'Z_DATA_ERROR',
    });
  });
});
