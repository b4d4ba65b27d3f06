import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../src/domain/errors.ts';
import type { Binaries } from './binaries.ts';
import { runAs, writeAs } from './run-as.ts';
import type { ServerFolder } from './server-folder.ts';
import type { ServerNote } from './server-note.ts';
import { ACCESS_TEXT } from './settings.ts';

const UNFINISHED = 'cluster.unfinished-';

/**
 * Makes `<folder>/cluster` with the roles `postgres` and `marginkeeper` and the database `marginkeeper`.
 *
 * It appears under its name only when it is whole: what a killed attempt left behind is swept away first.
 *
 * @param durable - `false` where the files need not outlive a crash of the machine.
 * @throws {Refusal} `database_unreachable` with the last words of the program that failed.
 */
export async function initialiseCluster(
  place: ServerFolder,
  binaries: Binaries,
  note: ServerNote,
  { durable = true } = {},
): Promise<void> {
  const { folder, account } = place;
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED))
      await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const unfinished = join(folder, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  const made = await runAs(
    account,
    [
      binaries.program('initdb'),
      ...['-D', unfinished, '-U', 'postgres', '--encoding', 'UTF8', '--locale', 'C'],
      // Sorting by code point and Unicode-aware case, the same on every machine.
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      // Nobody gets in before the passwords are set.
      ...['--auth', 'reject'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { cwd: folder },
  );
  if (made.code !== 0) throw failure('could not be set up', folder, made.output);
  await writeAs(account, join(unfinished, 'pg_hba.conf'), ACCESS_TEXT);

  await setPasswords(place, binaries, note, unfinished);
  await rename(unfinished, join(folder, 'cluster'));
}

/**
 * Gives both roles the passwords of the note, making the role and the database where they are missing.
 *
 * The server must not be running: PostgreSQL's single-user mode asks for no password. The statements go in by
 * stdin, so no password stands in a process list or on disk in clear.
 */
export async function setPasswords(
  { folder, account }: ServerFolder,
  binaries: Binaries,
  note: ServerNote,
  cluster: string = join(folder, 'cluster'),
): Promise<void> {
  const makeRole =
    "if not exists (select from pg_roles where rolname = 'marginkeeper') then create role marginkeeper; end if;";
  const statements = [
    `do $$ begin ${makeRole} end $$`,
    `alter role marginkeeper with login createdb createrole password '${note.password}'`,
    `alter role postgres with password '${note.adminPassword}'`,
    'create database marginkeeper owner marginkeeper',
  ];
  const options = [
    '--single',
    '-D',
    cluster,
    '-c',
    'exit_on_error=on',
    '-c',
    'log_min_messages=error',
    'postgres',
  ];
  const set = await runAs(account, [binaries.program('postgres'), ...options], {
    cwd: folder,
    input: `${statements.join('\n')}\n`,
  });
  const isThere = /database "marginkeeper" already exists/.test(set.output);
  if (set.code !== 0 && !isThere) throw failure('could not be given its password', folder, set.output);
}

/** @throws {Refusal} `database_too_old` when another release of PostgreSQL made the cluster. */
export async function checkVersion(cluster: string, binaries: Binaries): Promise<void> {
  const made = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await runAs(null, [binaries.program('postgres'), '--version'], { cwd: '/' });
  const present = /(\d+)/.exec(output)?.[1] ?? '';
  if (present === '' || made === present) return;
  throw new Refusal(
    'database_too_old',
    `The database in ${cluster} was made by PostgreSQL ${made} and this release brings ${present}: export with the earlier release and import here, or name another folder in MARGINKEEPER_DATA.`,
  );
}

function failure(what: string, folder: string, output: string): Refusal {
  const last = output.trim().split('\n').slice(-3).join(' ');
  return new Refusal(
    'database_unreachable',
    `The embedded database in ${folder} ${what}: ${last || 'it said nothing.'}`,
  );
}
