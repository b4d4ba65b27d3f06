import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { splitMbox } from './split-mbox.ts';

/** One file that holds mail, or a sentence about one that cannot be read. */
export type MailFile =
  | { readonly file: string; readonly is: 'message' | 'mbox'; readonly sizeBytes: number }
  | { readonly file: string; readonly is: 'unreadable'; readonly why: string };

const MESSAGE_NAME = /\.(?:eml|msg|mht|mime|emlx?|mail)$/i;
const MBOX_NAME = /\.(?:mbox|mbx)$/i;
const FOLDER_DEPTH_MAX = 20;
const OUTLOOK_MARK = 'd0cf11e0a1b11ae1';

/**
 * The mail files that a path stands for: itself, or, for a folder, those in it and below, by name.
 *
 * In a Maildir everything in `new` and `cur` is mail; `tmp` is being written and is left alone. In other folders it is
 * what is called .eml, .msg, .mbox and the like.
 */
export async function* mailFiles(path: string, depth = 0): AsyncGenerator<MailFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* inFolder(path, depth);
    else if (found.isFile()) yield await oneFile(path, found.size);
    else yield { file: path, is: 'unreadable', why: 'It is neither a file nor a folder.' };
  } catch (error) {
    yield { file: path, is: 'unreadable', why: reasonOf(error) };
  }
}

async function* inFolder(folder: string, depth: number): AsyncGenerator<MailFile> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = entries.map(({ name }) => name);
  const isMaildir = names.includes('cur') && names.includes('new');
  let count = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isBox = isMaildir && ['cur', 'new'].includes(entry.name);
    if (entry.isDirectory() && isBox) {
      for (const name of (await readdir(path)).sort()) {
        if (!name.startsWith('.')) yield* mailFiles(join(path, name), FOLDER_DEPTH_MAX);
        count++;
      }
    } else if (entry.isDirectory() && depth < FOLDER_DEPTH_MAX && !(isMaildir && entry.name === 'tmp')) {
      for await (const file of mailFiles(path, depth + 1)) {
        if (file.is !== 'unreadable' || file.file !== path) count++;
        yield file;
      }
    } else if (entry.isFile() && (MESSAGE_NAME.test(entry.name) || MBOX_NAME.test(entry.name))) {
      count++;
      yield* mailFiles(path, depth);
    }
  }
  if (count === 0 && depth === 0 && !isMaildir) {
    yield {
      file: folder,
      is: 'unreadable',
      why: 'There is no mail in this folder (.eml, .msg, .mbox or a Maildir).',
    };
  }
}

async function oneFile(file: string, sizeBytes: number): Promise<MailFile> {
  const start = await beginningOf(file, 8);
  if (start.toString('hex') === OUTLOOK_MARK) {
    return { file, is: 'unreadable', why: "It is in Outlook's own format; save it as .eml." };
  }
  const isMbox =
    !MESSAGE_NAME.test(file) && (MBOX_NAME.test(file) || start.toString('latin1').startsWith('From '));
  return { file, is: isMbox ? 'mbox' : 'message', sizeBytes };
}

/** The first bytes of a file; fewer when it is shorter. */
export async function beginningOf(file: string, bytes: number): Promise<Buffer<ArrayBuffer>> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The messages of an mbox file, one after the other; each is cut after `bytesMax`. */
export function mboxMessages(file: string, bytesMax: number): AsyncGenerator<Buffer> {
  return splitMbox(createReadStream(file, { highWaterMark: 256 * 1024 }), bytesMax);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'This process may not read it.',
  EISDIR: 'It is a folder.',
};

/** Why a file could not be read, as a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `It could not be read (${code || 'unknown reason'}).`;
}
