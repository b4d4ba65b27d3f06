import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readApplicationsFile } from './read-applications-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'applications-'));
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'a.json');
  await writeFile(path, text);
  return readApplicationsFile(path, 3);
}

describe('readApplicationsFile', () => {
  it.each([
    ['an array', '[{"id":1},5]', [{ value: { id: 1 } }, { value: 5 }]],
    ['an object that holds one', '{"applications":[{"id":1}]}', [{ value: { id: 1 } }]],
    ['one application', '{"id":1}', [{ value: { id: 1 } }]],
    ['an object a line', '{"id":1}\n{"id":2}', [{ value: { id: 1 } }, { value: { id: 2 } }]],
    ['a byte order mark', '\ufeff[]', []],
    ['Python’s NaN', '[{"id":1,"n":NaN}]', [{ value: { id: 1, n: 'NaN' } }]],
  ])('reads %s', async (_, text, elements) => {
    expect(await read(text)).toEqual(elements);
  });

  it('keeps the place of a broken line and goes on', async () => {
    expect(await read('{"id":1}\n{"id":\n{"id":3}')).toMatchObject([
      { value: { id: 1 } },
      { problem: expect.any(String) },
      { value: { id: 3 } },
    ]);
  });

  it.each(['hello', '5', ''])('refuses what holds no application: "%s"', async (text) => {
    await expect(read(text)).rejects.toThrow('file_unreadable');
  });

  it('refuses more than may be read at once, and a file that is not there', async () => {
    await expect(read('[1,2,3,4]')).rejects.toThrow('at most 3');
    await expect(readApplicationsFile(join(folder, 'none.json'), 3)).rejects.toThrow('no such file');
  });
});
