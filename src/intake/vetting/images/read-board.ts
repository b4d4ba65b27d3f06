import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Refusal } from '../../../domain/errors.ts';
import type { PictureWorkers } from './picture-workers.ts';
import type { PictureRead } from './read-picture.ts';

const PICTURES_MAX = 60;
const EXTENSIONS = ['.jpg', '.jpeg', '.png', '.webp', '.gif', '.avif', '.heif', '.heic', '.tif', '.tiff'];

export interface BoardPicture extends Extract<PictureRead, { state: 'read' }> {
  /** The file's name. */
  readonly name: string;
}

/**
 * The brand's reference pictures: files, and the pictures of folders, in the order of their names. Ones that cannot be
 * read are left out and named.
 *
 * @throws {Refusal} `file_unreadable` when a path is not there, or none of its pictures can be read.
 */
export async function readBoard(
  paths: readonly string[],
  workers: PictureWorkers,
  { withShown = false } = {},
): Promise<{ pictures: BoardPicture[]; leftOut: string[] }> {
  const files = (await Promise.all(paths.map(filesAt))).flat().slice(0, PICTURES_MAX);
  const reads = await Promise.all(
    files.map(async (file) => ({ file, read: await workers.read(await readFile(file), { withShown }) })),
  );
  const pictures = reads.flatMap(({ file, read }) =>
    read.state === 'read' ? [{ ...read, name: nameOf(file) }] : [],
  );
  const leftOut = reads.flatMap(({ file, read }) =>
    read.state === 'read' ? [] : [`${nameOf(file)}: ${read.reason}`],
  );
  if (paths.length > 0 && pictures.length === 0) {
    throw new Refusal(
      'file_unreadable',
      `The brand board holds no picture that can be read: ${paths.join(', ')}.`,
    );
  }
  return { pictures, leftOut };
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('file_unreadable', `The brand board ${path} cannot be read: ${error.message}.`, {
      path,
    });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(path, name));
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
