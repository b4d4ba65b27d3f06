import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginkeeper-open-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: Buffer | string): Promise<string> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const file = await openFile(path);
  try {
    const chunks = [];
    for await (const chunk of file.chunks) chunks.push(chunk);
    expect(file.bytesRead()).toBe(Buffer.byteLength(content));
    return Buffer.concat(chunks).toString();
  } finally {
    await file.close();
  }
}

const long = 'a,é\n'.repeat(200_000);

describe('openFile', () => {
  it.each([
    ['a plain file', long, long],
    ['a packed file, whatever its name', gzipSync(long), long],
    ['a byte order mark', '\ufeffa,b\n', 'a,b\n'],
    ['a byte order mark inside gzip', gzipSync('\ufeffa,b\n'), 'a,b\n'],
    ['one byte', 'a', 'a'],
    ['nothing', '', ''],
  ])('reads %s', async (_, content, text) => {
    expect(await read(content)).toBe(text);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), 'is UTF-16; save it as UTF-8'],
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'is a zip archive or a workbook'],
    ['damaged gzip', gzipSync(long).fill(7, 50, 90), 'packed by gzip and damaged'],
    ['half a gzip', gzipSync(long).subarray(0, 200), 'packed by gzip and damaged'],
  ])('stops at %s with a sentence', async (_, content, sentence) => {
    await expect(read(content)).rejects.toThrow(sentence);
    await expect(read(content)).rejects.toThrow(/^file_unreadable/);
  });

  it('says what is wrong with the path', async () => {
    await expect(openFile(join(folder, 'missing.csv'))).rejects.toThrow('there is no such file');
    await expect(openFile(folder)).rejects.toThrow('it is a folder');
  });
});
