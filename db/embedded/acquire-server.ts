import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../src/domain/errors.ts';
import { type Binaries, provideBinaries } from './binaries.ts';
import { checkVersion, initialiseCluster, setPasswords } from './initialise-cluster.ts';
import { withKernelLock } from './kernel-lock.ts';
import { launchServer } from './launch-server.ts';
import { hasOtherClients } from './other-clients.ts';
import {
  findPostmaster,
  type Postmaster,
  stopPostmaster,
  sweepNote,
  untilGone,
  untilReady,
} from './postmaster.ts';
import { provideServerFolder, type ServerFolder } from './server-folder.ts';
import { newPassword, readNote, type ServerNote, urlOf, writeNote } from './server-note.ts';
import { addUser, livingUsers, removeUser } from './users-of-server.ts';

const STOP_SECONDS_MAX = 20;
const READY_SECONDS_MAX = 120;

export interface AcquireSettings {
  /** Where everything of this programme lies; made when missing. */
  readonly dataFolder: string;
  /** Hears sentences about what takes a moment. */
  readonly log: (sentence: string) => void;
  /**
   * `command`: the last user out stops a server that a command started.
   * `service`: stops it when it ends and nobody else uses it, adopted or not.
   * `leave-running`: for a caller who hands the address to somebody else.
   */
  readonly use?: 'command' | 'service' | 'leave-running';
  /** Changes to `settings.ts` for a server that is started now. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface AcquiredServer {
  /** For the role `marginkeeper`, which owns the database and may create roles, and is no superuser. */
  readonly url: string;
  /** The same server for its superuser; for tests and repairs. */
  readonly adminUrl: string;
  /** `true` when this call started it, `false` when it ran already. */
  readonly started: boolean;
  /** The server's own folder, with `cluster/` and `server.log`. */
  readonly folder: string;
  readonly pid: number;
  /** End your pools first: whoever is still connected counts as a user. May be called twice. */
  release(): Promise<void>;
}

/**
 * The embedded server of a data folder: found running (an orphan of a killed process too), or started, or made.
 *
 * Any number of processes may call at once; they share one server. While the returned handle is not released,
 * and its process lives, nobody's `release` stops the server.
 *
 * @throws {Refusal} `database_unreachable`, `database_right_missing` or `database_too_old`, saying what to do.
 */
export async function acquireServer(settings: AcquireSettings): Promise<AcquiredServer> {
  const dataFolder = await provideDataFolder(settings.dataFolder);
  const users = join(dataFolder, 'users');

  return withKernelLock(dataFolder, async () => {
    const { note, place, binaries } = await prepare(dataFolder, settings);
    const cluster = join(place.folder, 'cluster');
    const running = await findRunning(cluster);
    const postmaster = running ?? (await launchServer(place, binaries, note.port, settings.settings ?? {}));
    const lifetime = nextLifetime(settings.use ?? 'command', running === null ? null : note.lifetime);
    await writeNote(dataFolder, { ...note, port: postmaster.port, lifetime });
    const user = await addUser(users);

    let released: Promise<void> | null = null;
    return {
      url: urlOf(note, postmaster.port, 'marginkeeper'),
      adminUrl: urlOf(note, postmaster.port, 'postgres'),
      started: running === null,
      folder: place.folder,
      pid: postmaster.pid,
      release: () => {
        released ??= withKernelLock(dataFolder, () => leave(dataFolder, cluster, users, user, settings.use));
        return released;
      },
    };
  });
}

/** @returns its real path. */
async function provideDataFolder(path: string): Promise<string> {
  try {
    // Not 0700 as root: the server's user must be able to pass. What is secret inside is 0600.
    await mkdir(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return await realpath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      'database_right_missing',
      `The data folder ${path} cannot be made (${reason}): name another one in MARGINKEEPER_DATA.`,
    );
  }
}

async function prepare(
  dataFolder: string,
  { log, settings }: AcquireSettings,
): Promise<{ note: ServerNote; place: ServerFolder; binaries: Binaries }> {
  const known = await readNote(dataFolder);
  const place = await provideServerFolder(
    dataFolder,
    known && (await isStillOurs(known, dataFolder)) ? known.folder : null,
  );
  const binaries = await provideBinaries(place.account, place.copyRoot);
  const cluster = join(place.folder, 'cluster');
  const isMade = (await stat(cluster).catch(() => null)) !== null;

  const isKnown = known !== null && (known.folder === place.folder || !isMade);
  const note: ServerNote = isKnown
    ? { ...known, folder: place.folder, dataFolder }
    : {
        folder: place.folder,
        dataFolder,
        port: null,
        password: newPassword(),
        adminPassword: newPassword(),
        lifetime: 'kept',
      };
  if (isMade) await checkVersion(cluster, binaries);
  await writeNote(dataFolder, note);
  if (!isMade) {
    log('Setting up the embedded PostgreSQL.');
    await initialiseCluster(place, binaries, note, { durable: settings?.fsync !== 'off' });
  } else if (!isKnown) {
    log('The note with the database passwords is gone: setting new ones.');
    await stopPostmaster(cluster);
    await sweepNote(cluster);
    await setPasswords(place, binaries, note);
  }
  return { note, place, binaries };
}

/** A data folder that was moved takes its server along; a copied one must not share the original's. */
async function isStillOurs(note: ServerNote, dataFolder: string): Promise<boolean> {
  if (note.dataFolder === dataFolder) return true;
  return (await stat(join(note.dataFolder, 'postgres.json')).catch(() => null)) === null;
}

/** A server that takes connections, waiting for one that starts, and for the end of one that stops. */
async function findRunning(cluster: string): Promise<Postmaster | null> {
  const found = await findPostmaster(cluster);
  if (found === null) return null;
  if (found.status === 'stopping') {
    if (await untilGone(cluster, found.pid, STOP_SECONDS_MAX)) return null;
  } else {
    const ready = await untilReady(cluster, READY_SECONDS_MAX);
    if (ready || (await findPostmaster(cluster)) === null) return ready;
  }
  throw new Refusal(
    'database_unreachable',
    `The embedded database in ${cluster} (process ${found.pid}) is neither ready nor gone: end that process and try again.`,
    { pid: found.pid },
  );
}

function nextLifetime(
  use: NonNullable<AcquireSettings['use']>,
  running: ServerNote['lifetime'] | null,
): ServerNote['lifetime'] {
  if (use === 'leave-running') return 'kept';
  return running ?? (use === 'command' ? 'until-unused' : 'kept');
}

async function leave(
  dataFolder: string,
  cluster: string,
  users: string,
  user: string,
  use: AcquireSettings['use'],
): Promise<void> {
  const others = await removeUser(users, user);
  const note = await readNote(dataFolder);
  const postmaster = await findPostmaster(cluster);
  if (others > 0 || use === 'leave-running' || note === null || postmaster === null) return;
  if (use !== 'service' && note.lifetime === 'kept') return;
  if (await hasOtherClients(urlOf(note, postmaster.port, 'postgres'))) return;
  await stopPostmaster(cluster);
}

/** Stops the server of a data folder whoever uses it, and says where its files are; `null` when there is none. */
export async function stopServer(dataFolder: string): Promise<{ folder: string; users: number } | null> {
  const real = await realpath(dataFolder).catch(() => null);
  if (real === null) return null;
  return withKernelLock(real, async () => {
    const note = await readNote(real);
    if (note === null) return null;
    await stopPostmaster(join(note.folder, 'cluster'));
    return { folder: note.folder, users: await livingUsers(join(real, 'users')) };
  });
}
