import { createHash } from 'node:crypto';
import { chmod, chown, mkdir, realpath, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../src/domain/errors.ts';
import { runAs } from './run-as.ts';
import { type ServerAccount, serverAccount } from './server-account.ts';

/** Where root keeps what another user must reach, when the data folder itself is closed to that user. */
export const SYSTEM_FOLDER = '/var/lib/marginkeeper';

export interface ServerFolder {
  /** Holds `cluster/` and `server.log`; belongs to the account. */
  readonly folder: string;
  readonly account: ServerAccount | null;
  /** Where copies of the programs may go. */
  readonly copyRoot: string;
}

/**
 * The server's folder, made when missing: `<data>/postgres`, or below /var/lib when we are root and the user that
 * the server runs as cannot get into the data folder.
 *
 * @param dataFolder - its real path.
 * @param known - the folder of an earlier life, kept while it exists.
 * @throws {Refusal} `database_right_missing` when no such folder can be made.
 */
export async function provideServerFolder(dataFolder: string, known: string | null): Promise<ServerFolder> {
  const near = join(dataFolder, 'postgres');
  const far = join(SYSTEM_FOLDER, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  const candidates = [...new Set([...(known && (await exists(known)) ? [known] : []), near, far])];
  for (const folder of candidates) {
    const account = await serverAccount(folder);
    if (account === null) {
      await mkdir(near, { recursive: true, mode: 0o700 });
      return { folder: await realpath(near), account, copyRoot: dataFolder };
    }
    if (await handOver(folder, account))
      return { folder: await realpath(folder), account, copyRoot: SYSTEM_FOLDER };
  }
  throw new Refusal(
    'database_right_missing',
    `PostgreSQL does not run as root, and its user can reach neither ${near} nor ${far}: run as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Makes the folder for the account; `false`, leaving nothing new behind, when the account cannot get there. */
async function handOver(folder: string, account: ServerAccount): Promise<boolean> {
  const isNew = !(await exists(folder));
  try {
    if (folder.startsWith(`${SYSTEM_FOLDER}/`)) await openSystemFolder();
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, account.uid, account.gid);
  } catch (error) {
    // A file system that knows no owners, or a read-only one: the next candidate may do.
    if (
      !['EPERM', 'EROFS', 'EACCES', 'EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      throw error;
    return false;
  }
  const trial = await runAs(account, ['/bin/sh', '-c', 'cd "$1" && test -w .', 'sh', folder], { cwd: '/' });
  if (trial.code !== 0 && isNew) await rmdir(folder);
  return trial.code === 0;
}

async function openSystemFolder(): Promise<void> {
  await mkdir(SYSTEM_FOLDER, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
}

const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
