import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../domain/errors.ts';

const FILE_BYTES_MAX = 400 * 1024 * 1024;

/**
 * The elements of a JSON file: an array, or an object that holds one under one of the names.
 *
 * @param elementsMax - more are refused, so that one file cannot take the machine.
 * @throws {Refusal} `file_unreadable` when it is missing, too large, no JSON, or holds no list.
 */
export async function readJsonList(
  path: string,
  fields: readonly string[],
  elementsMax: number,
): Promise<unknown[]> {
  const refuse = (why: string): never => {
    throw new Refusal('file_unreadable', `${path} ${why}.`, { path });
  };
  const value = parsed(await textOf(path, refuse), refuse);
  const list = Array.isArray(value) ? value : listIn(value, fields);
  if (list === null) return refuse(`holds no list: expected an array, or an object with "${fields[0]}"`);
  if (list.length > elementsMax)
    return refuse(`holds ${list.length} elements; at most ${elementsMax} are read at once`);
  return list;
}

async function textOf(path: string, refuse: (why: string) => never): Promise<string> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    ({ code, message }: NodeJS.ErrnoException) =>
      refuse(code === 'ENOENT' ? 'cannot be read: there is no such file' : `cannot be read: ${message}`),
  );
  if (size === null) return refuse('cannot be read: it is no file');
  if (size > FILE_BYTES_MAX)
    return refuse(`is larger than ${FILE_BYTES_MAX / 1024 / 1024} megabytes; split it`);
  return (await readFile(path, 'utf8')).replace(/^\ufeff/u, '');
}

function parsed(text: string, refuse: (why: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function listIn(value: unknown, fields: readonly string[]): unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const field of fields) {
    const list = (value as Record<string, unknown>)[field];
    if (Array.isArray(list)) return list;
  }
  return null;
}
