import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../domain/errors.ts';
import { isRecord } from '../../domain/vetting/record-reader.ts';

const FILE_BYTES_MAX = 400 * 1024 * 1024;
/** Names under which exports hold their list. */
const LIST_FIELDS = ['applications', 'items', 'data', 'results'];
/** Python writes these into JSON; as texts they are read and called impossible. */
const NOT_A_NUMBER = /(?<=[:[,]\s*)(-?Infinity|NaN)(?=\s*[,\]}])/g;

/** One element of the file: a value to read, or why its line is no JSON. */
export type FileElement = { readonly value: unknown } | { readonly problem: string };

/**
 * The applications in a file: a JSON array, an object that holds one, one application, or a JSON object a line.
 *
 * @param elementsMax - more are refused, so that one file cannot take the machine.
 * @throws {Refusal} `file_unreadable` when it is missing, too large, or no JSON at all.
 */
export async function readApplicationsFile(path: string, elementsMax: number): Promise<FileElement[]> {
  const text = await textOf(path);
  const elements = elementsOf(text, path);
  if (elements.length > elementsMax)
    throw new Refusal(
      'file_unreadable',
      `${path} holds ${elements.length} applications; at most ${elementsMax} are read at once.`,
      { path },
    );
  return elements;
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES_MAX)
      throw new Refusal(
        'file_unreadable',
        `${path} is larger than ${FILE_BYTES_MAX / 1024 / 1024} megabytes; split it.`,
        { path },
      );
    return (await readFile(path, 'utf8')).replace(/^\ufeff/u, '');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder; name the file in it'
          : message;
    throw new Refusal('file_unreadable', `${path} cannot be read: ${why}.`, { path });
  }
}

function elementsOf(text: string, path: string): FileElement[] {
  const whole = parsed(text);
  if ('value' in whole) {
    const { value } = whole;
    if (Array.isArray(value)) return value.map((element) => ({ value: element }));
    if (isRecord(value)) {
      const list = LIST_FIELDS.map((field) => value[field]).find(Array.isArray);
      return list === undefined ? [{ value }] : list.map((element: unknown) => ({ value: element }));
    }
    throw new Refusal(
      'file_unreadable',
      `${path} is JSON and holds no applications: expected an array of objects.`,
      { path },
    );
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map(parsed);
  if (lines.length > 1 && read.some((line) => 'value' in line && isRecord(line.value))) return read;
  throw new Refusal('file_unreadable', `${path} is no JSON: ${whole.problem}.`, { path });
}

function parsed(text: string): FileElement {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const mended = text.replaceAll(NOT_A_NUMBER, '"$1"');
    const problem = error instanceof Error ? error.message : String(error);
    return mended === text ? { problem } : parsed(mended);
  }
}
