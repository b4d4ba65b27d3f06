import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBrand } from './read-brand.ts';

const folder = mkdtempSync(join(tmpdir(), 'brand-'));
const brandIn = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return readBrand(join(folder, name));
};

describe('readBrand', () => {
  const corvane = { name: 'Corvane', text: 'Quiet kettles.\n\nMade to last.', products: ['X2', 'X3 Mini'] };

  it('reads the same from text and from JSON', async () => {
    const text =
      '\ufeffCorvane\r\nQuiet kettles.\r\n\r\nMade to last.\r\nProducts:\r\nX2\r\n\r\n X3 Mini \r\n';
    expect(await brandIn('b.txt', text)).toEqual(corvane);
    expect(await brandIn('b.json', JSON.stringify(corvane))).toEqual(corvane);
  });

  it('needs no more than the name', async () => {
    const alone = { name: 'Corvane', text: '', products: [] };
    expect(await brandIn('alone.txt', 'Corvane')).toEqual(alone);
    expect(await brandIn('alone.json', '{"name": "Corvane"}')).toEqual(alone);
  });

  it.each([
    ['empty.txt', ' \n ', 'the name is missing'],
    ['broken.json', '{"name": ', 'is no JSON'],
    ['odd.json', '{"name": "Corvane", "products": "X2"}', 'products'],
    ['more.json', '{"name": "Corvane", "colour": "red"}', 'colour'],
  ])('refuses %s and says why', async (name, content, why) => {
    await expect(brandIn(name, content)).rejects.toMatchObject({
      code: 'file_unreadable',
      message: expect.stringContaining(why),
    });
  });

  it('refuses a folder and what is not there', async () => {
    for (const path of [folder, join(folder, 'nowhere.txt')])
      await expect(readBrand(path)).rejects.toMatchObject({ code: 'file_unreadable' });
  });
});
