import { readFile, realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { UnreadablePicture } from '../../../domain/vetting/look/picture-problem.ts';
import type { WebReader } from '../../../domain/web/web-reader.ts';
import { PICTURE_LIMITS } from './read-picture.ts';

/** Where pictures may come from. */
export interface PictureSources {
  /** Paths are looked up inside this folder and nowhere else; null: no paths are. */
  readonly folder: string | null;
  /** Reads addresses; null: nothing is fetched. */
  readonly web: Pick<WebReader, 'fetch'> | null;
  /** Bytes that we keep under a name of ours, such as `attachment:2`; left out when we keep none. */
  readonly kept?: (name: string) => Promise<Uint8Array | null>;
}

export type OpenedPicture =
  | { readonly state: 'open'; readonly bytes: Uint8Array }
  | Pick<UnreadablePicture, 'state' | 'reason'>;

const DATA_URL = /^data:(?<type>[^;,]{0,100})(?<parameters>(?:;[^;,]{0,100}){0,5}),/i;

/** The bytes behind the `image` of a post: a path, a data: URL or an address. Never throws. */
export async function openPicture(
  image: string,
  { folder, web, kept }: PictureSources,
  signal?: AbortSignal,
): Promise<OpenedPicture> {
  if (/^data:/i.test(image)) return ofDataUrl(image);
  if (/^https?:\/\//i.test(image)) return ofAddress(image, web, signal);
  const bytes = await kept?.(image);
  if (bytes) return { state: 'open', bytes };
  return folder === null
    ? absent('its picture is a path, and no folder came with it.')
    : ofPath(image, folder);
}

const absent = (reason: string): OpenedPicture => ({ state: 'absent', reason });
const broken = (reason: string): OpenedPicture => ({ state: 'broken', reason });
const TOO_LARGE = `it is larger than ${PICTURE_LIMITS.bytes / 1e6} MB.`;

function ofDataUrl(url: string): OpenedPicture {
  const match = DATA_URL.exec(url);
  if (match === null) return broken('its data: URL is not one.');
  const text = url.slice(match[0].length);
  if (text.length > PICTURE_LIMITS.bytes * 1.4) return broken(TOO_LARGE);
  const isBase64 = /;base64/i.test(match.groups?.parameters ?? '');
  try {
    const bytes = isBase64 ? Buffer.from(text, 'base64') : Buffer.from(decodeURIComponent(text), 'latin1');
    return bytes.length === 0 ? broken('its data: URL is empty.') : { state: 'open', bytes };
  } catch {
    return broken('its data: URL cannot be decoded.');
  }
}

async function ofAddress(
  url: string,
  web: PictureSources['web'],
  signal?: AbortSignal,
): Promise<OpenedPicture> {
  if (web === null) return absent('its picture is an address, and nothing was fetched.');
  const { bytes, error, status } = await web.fetch(url, {
    browser: 'never',
    accept: 'any',
    ...(signal === undefined ? {} : { signal }),
  });
  if (error !== null) return absent(`its address could not be read (${error.code}).`);
  if (status !== null && status >= 400) return absent(`its address answered ${status}.`);
  return bytes.length > PICTURE_LIMITS.bytes ? broken(TOO_LARGE) : { state: 'open', bytes };
}

async function ofPath(path: string, folder: string): Promise<OpenedPicture> {
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, path));
    if (!file.startsWith(root + sep)) return absent('its path leads out of the folder of the applications.');
    const { size, isFile } = await statOf(file);
    if (!isFile) return absent('its path is no file.');
    if (size > PICTURE_LIMITS.bytes) return broken(TOO_LARGE);
    return { state: 'open', bytes: await readFile(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return absent(
      code === 'ENOENT' ? 'there is no such file.' : `its file cannot be read (${code ?? 'unknown'}).`,
    );
  }
}

async function statOf(file: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(file);
  return { size: found.size, isFile: found.isFile() };
}
