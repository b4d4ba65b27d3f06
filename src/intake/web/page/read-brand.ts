import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../../domain/errors.ts';
import { BrandProfile } from '../../../domain/pages/brand-profile.ts';

const FILE_BYTES_MAX = 1024 * 1024;
const PRODUCTS_FOLLOW = /^\s*products\s*:\s*$/i;

/**
 * What pages are compared with, from a file: JSON, `{"name", "text", "products": []}`, of which only the name must be there; or plain
 * text, the name on the first line, then what the brand says of itself, and after a line `Products:` a product a line.
 *
 * @throws {Refusal} `file_unreadable` when it is missing, too large, or says nothing that can be used.
 */
export async function readBrand(path: string): Promise<BrandProfile> {
  const refuse = (why: string): Refusal => new Refusal('file_unreadable', `${path} ${why}.`, { path });
  const text = await textOf(path, refuse);
  const given = /^\s*\{/.test(text) ? jsonOf(text, refuse) : linesOf(text);
  const { data, error } = BrandFile.safeParse(given);
  if (!error) return data;
  const [issue] = error.issues;
  throw refuse(`is no brand: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not valid'}`);
}

const BrandFile = BrandProfile.extend({
  name: BrandProfile.shape.name.trim().min(1, 'the name is missing'),
  text: BrandProfile.shape.text.trim().default(''),
  products: BrandProfile.shape.products.default([]),
});

async function textOf(path: string, refuse: (why: string) => Refusal): Promise<string> {
  const found = await stat(path).catch(({ code, message }: NodeJS.ErrnoException) => {
    throw refuse(`cannot be read: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  });
  if (!found.isFile()) throw refuse('cannot be read: it is no file');
  if (found.size > FILE_BYTES_MAX) throw refuse('is larger than a megabyte');
  return (await readFile(path, 'utf8')).replace(/^\ufeff/u, '');
}

function jsonOf(text: string, refuse: (why: string) => Refusal): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(`is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function linesOf(file: string): BrandProfile {
  const [name = '', ...lines] = file.trim().split(/\r?\n/);
  const at = lines.findIndex((line) => PRODUCTS_FOLLOW.test(line));
  const text = (at === -1 ? lines : lines.slice(0, at)).join('\n').trim();
  const products = at === -1 ? [] : lines.slice(at + 1).map((line) => line.trim());
  return { name, text, products: products.filter((product) => product !== '') };
}
