import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning } from './process-identity.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/**
 * The server that runs on this cluster, as `postmaster.pid` tells; `null` when none does.
 *
 * The file outlives a killed server, and may name a process that has the number now, or (in a copied folder) the
 * server of another cluster; those are `null` too.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  const [pidText = '', folder = '', , portText = '', , , , status = ''] = text
    .split('\n')
    .map((line) => line.trim());
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isRunning(pid)) return null;
  if (folder !== cluster || !(await isServerOf(pid, cluster))) return null;
  const known = status === 'ready' || status === 'stopping' ? status : 'starting';
  return { pid, port: Number(portText), status: known };
}

/** Where the kernel shows command lines, the process must be a server that was given this folder. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const commandLine = await commandLineOf(pid);
  return commandLine === null || commandLine.includes(cluster);
}

/** The words that a process was started with, none for one that is ending; `null` where the kernel does not tell. */
async function commandLineOf(pid: number): Promise<string[] | null> {
  if (process.platform !== 'linux') return null;
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return text === null ? null : text.split('\0').filter((word) => word !== '');
}

/** Removes the note of a server that is gone or was another cluster's; PostgreSQL itself would believe some of them. */
export async function sweepNote(cluster: string): Promise<void> {
  if ((await findPostmaster(cluster)) === null) await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/** Waits until the server is ready; `null` when it is gone, or not ready within the time. */
export async function untilReady(cluster: string, secondsMax: number): Promise<Postmaster | null> {
  const deadline = performance.now() + secondsMax * 1_000;
  while (performance.now() < deadline) {
    const found = await findPostmaster(cluster);
    if (found === null || found.status === 'ready') return found;
    await delay(20);
  }
  return null;
}

/** Waits until the process is gone, not only its note; `false` when it is still there after the time. */
export async function untilGone(cluster: string, pid: number, secondsMax: number): Promise<boolean> {
  const deadline = performance.now() + secondsMax * 1_000;
  while (isRunning(pid)) {
    const words = await commandLineOf(pid);
    const isSomebodyElse = words !== null && words.length > 0 && !words.includes(cluster);
    if (isSomebodyElse) return true;
    if (performance.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** Asks the server to end at once but in good order, and insists when it does not. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = await findPostmaster(cluster);
  if (found === null) return;
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 5],
  ] as const) {
    try {
      process.kill(found.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await untilGone(cluster, found.pid, seconds)) return;
  }
}
