import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { appendFile, lstat, open, readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../src/domain/errors.ts';
import type { Binaries } from './binaries.ts';
import { type Postmaster, sweepNote, untilReady } from './postmaster.ts';
import { SERVER_ENVIRONMENT, writeAs } from './run-as.ts';
import type { ServerFolder } from './server-folder.ts';
import { configurationText } from './settings.ts';

const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;

const ATTEMPTS_MAX = 10;
/** Crash recovery after a bulk load may take its time. */
const READY_SECONDS_MAX = 120;
/** The port was taken in between, or children of a killed server still hold its memory or its folder. */
const PASSING = /could not create any TCP\/IP sockets|pre-existing shared memory|lock file .* already exists/;
/** The folder belongs to the server's user: a link laid there must not lead us elsewhere. */
const LOG_FLAGS = O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0);
const LOG_BYTES_MAX = 10 * 2 ** 20;

/**
 * Starts the server on `<folder>/cluster` and waits until it takes connections.
 *
 * It survives us (its own session), holds none of our streams, and writes to `<folder>/server.log`.
 *
 * @param wantedPort - tried first; `null` or taken: a free one.
 * @throws {Refusal} `database_unreachable` with the log's last lines.
 */
export async function launchServer(
  place: ServerFolder,
  binaries: Binaries,
  wantedPort: number | null,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const cluster = join(place.folder, 'cluster');
  await writeAs(place.account, join(cluster, 'postgresql.conf'), await configurationText(settings));

  const log = join(place.folder, 'server.log');
  let said = '';
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    await sweepNote(cluster);
    const port = await freePort(attempt === 1 ? wantedPort : null);
    const { ended } = await startProcess(place, binaries, log, ['-D', cluster, '-p', String(port)]);
    const ready = await untilListed(cluster, ended);
    if (ready) return ready;
    said = await lastLines(log);
    if (!PASSING.test(said)) break;
    await delay(200);
  }
  throw new Refusal(
    'database_unreachable',
    `The embedded database in ${place.folder} does not start: ${said}`,
  );
}

async function lastLines(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-4).join(' ');
}

async function startProcess(
  { folder, account }: ServerFolder,
  binaries: Binaries,
  log: string,
  args: readonly string[],
): Promise<{ ended: Promise<void> }> {
  const size = await lstat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES_MAX) await rename(log, `${log}.1`);
  const output = await open(log, LOG_FLAGS, 0o600);
  try {
    if (account) await output.chown(account.uid, account.gid);
    const child = spawn(binaries.program('postgres'), args, {
      cwd: folder,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', output.fd, output.fd],
      detached: true,
      windowsHide: true,
      ...account,
    });
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', (error) => {
        void appendFile(log, `${error.message}\n`).finally(resolve);
      });
    });
    child.unref();
    return { ended };
  } finally {
    await output.close();
  }
}

/** The process writes its note a moment after it started; until then there is nothing to find. */
async function untilListed(cluster: string, ended: Promise<void>): Promise<Postmaster | null> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const deadline = performance.now() + READY_SECONDS_MAX * 1_000;
  while (!isOver && performance.now() < deadline) {
    const ready = await untilReady(cluster, READY_SECONDS_MAX);
    if (ready) return ready;
    await delay(10);
  }
  return null;
}

function freePort(wanted: number | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === null) reject(error);
      else resolve(freePort(null));
    });
    probe.listen({ host: '127.0.0.1', port: wanted ?? 0, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
