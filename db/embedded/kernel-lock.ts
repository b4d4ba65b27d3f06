import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../src/domain/errors.ts';

const WAIT_SECONDS_MAX = 120;

/**
 * Runs `work` while no other process of this machine holds the lock of that name.
 *
 * The lock is a listening local socket, so the kernel gives it up with the process, however it ends; nothing
 * stale can stay behind. Waiters stay connected to the holder and hear when it lets go.
 *
 * @throws {Refusal} `database_unreachable` when another process holds it for two minutes.
 */
export async function withKernelLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const address = addressOf(name);
  const deadline = performance.now() + WAIT_SECONDS_MAX * 1_000;
  for (;;) {
    const release = await tryHold(address);
    if (release) return await work().finally(release);
    await untilLetGo(address, deadline);
    if (performance.now() > deadline) {
      throw new Refusal(
        'database_unreachable',
        `Another process has been setting up the database in ${name} for ${WAIT_SECONDS_MAX} seconds: end it and try again.`,
      );
    }
  }
}

function addressOf(name: string): string {
  const id = `marginkeeper-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.lock`);
}

function tryHold(address: string): Promise<(() => Promise<void>) | null> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => waiting.delete(socket));
  });
  const release = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of waiting) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => resolve(release));
  });
}

/** Returns when the holder let go or died, and at the deadline at the latest. */
function untilLetGo(address: string, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const timer = setTimeout(() => socket.destroy(), Math.max(0, deadline - performance.now()));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Only a socket file outlives its process (neither Linux nor Windows has one here).
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0')) void rm(address, { force: true });
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
