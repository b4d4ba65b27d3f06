import { randomBytes } from 'node:crypto';
import { lchown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../src/domain/errors.ts';

/** What `<data>/postgres.json` holds, mode 0600: where the server is, and how to get in. */
const ServerNote = z.object({
  /** The server's own folder, absolute. */
  folder: z.string(),
  /** The data folder's real path when the note was written; another one means it was moved or copied. */
  dataFolder: z.string(),
  /** Taken again at each start while it is free, so that printed addresses stay good. */
  port: z.int().min(1).max(65_535).nullable(),
  /** Of the role `marginkeeper`, which owns the database. */
  password: z.string(),
  /** Of the role `postgres`, used to set up and to see who is connected. */
  adminPassword: z.string(),
  /** `until-unused`: the last user out stops the server. `kept`: it stays until a service that used it ends. */
  lifetime: z.enum(['until-unused', 'kept']),
});
export type ServerNote = z.infer<typeof ServerNote>;

const notePath = (dataFolder: string): string => join(dataFolder, 'postgres.json');

export const newPassword = (): string => randomBytes(24).toString('base64url');

/**
 * @returns `null` when there is none or it is not whole.
 * @throws {Refusal} `database_right_missing` when it belongs to another user.
 */
export async function readNote(dataFolder: string): Promise<ServerNote | null> {
  try {
    const parsed = ServerNote.safeParse(JSON.parse(await readFile(notePath(dataFolder), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || error instanceof SyntaxError) return null;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new Refusal(
      'database_right_missing',
      `The data folder ${dataFolder} was set up by another user: run as that user, or name another folder in MARGINKEEPER_DATA.`,
    );
  }
}

/** Writes the note whole or not at all; for whom the data folder belongs to, when root does it for them. */
export async function writeNote(dataFolder: string, note: ServerNote): Promise<void> {
  const unfinished = `${notePath(dataFolder)}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dataFolder);
    await lchown(unfinished, uid, gid);
  }
  await rename(unfinished, notePath(dataFolder));
}

/** The address for one of the two roles. */
export function urlOf(note: ServerNote, port: number, role: 'marginkeeper' | 'postgres'): string {
  const password = role === 'postgres' ? note.adminPassword : note.password;
  return `postgres://${role}:${password}@127.0.0.1:${port}/marginkeeper`;
}
