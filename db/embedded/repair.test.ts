import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstValue } from '../testing/first-value.ts';
import { holdServer } from '../testing/server-holder.ts';
import { acquireServer } from './acquire-server.ts';
import { isRunning } from './process-identity.ts';
import { removeServer } from './remove-server.ts';

let dataFolder = '';
let folders: string[] = [];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'repair-'));
  await chmod(dataFolder, 0o711);
  folders = [dataFolder];
});
afterEach(async () => {
  for (const folder of folders) await removeServer(folder);
});

const acquire = (folder = dataFolder) =>
  acquireServer({ dataFolder: folder, log: () => undefined, settings: { fsync: 'off' } });

/** A server with one table of one row, stopped again. */
async function makeCluster(): Promise<{ folder: string; url: string }> {
  const server = await acquire();
  await firstValue(server.url, 'create table kept as select 7 as n');
  await server.release();
  return server;
}

describe('acquireServer after an accident', () => {
  it.each([150, 500])('starts over when the first start was killed after %i ms', async (afterMs) => {
    const holder = holdServer(dataFolder);
    await delay(afterMs);
    await holder.kill();
    await mkdir(join(dataFolder, 'postgres', 'cluster.unfinished-0123abcd'), { recursive: true });
    const server = await acquire();
    expect(await firstValue(server.url, 'select 1')).toBe(1);
    expect((await readdir(server.folder)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
    await server.release();
  });

  it('starts a server that was killed itself, with what was committed', async () => {
    const server = await acquire();
    await firstValue(server.url, 'create table kept as select 7 as n');
    process.kill(server.pid, 'SIGKILL');
    while (isRunning(server.pid)) await delay(10);
    const again = await acquire();
    expect(again.started).toBe(true);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    await again.release();
  });

  it('is not taken in by a note whose process number somebody else has now', async () => {
    const { folder } = await makeCluster();
    const cluster = join(folder, 'cluster');
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`,
    );
    const again = await acquire();
    expect(again.started).toBe(true);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    await again.release();
  });

  it('takes another port when the old one is taken', async () => {
    const { url } = await makeCluster();
    const squatter = createServer().listen(Number(new URL(url).port), '127.0.0.1');
    const again = await acquire();
    expect(new URL(again.url).port).not.toBe(new URL(url).port);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    await again.release();
    squatter.close();
  });

  it('sets new passwords when the note with the old ones is gone', async () => {
    const { url } = await makeCluster();
    await rm(join(dataFolder, 'postgres.json'));
    const again = await acquire();
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    const old = new URL(again.url);
    old.password = new URL(url).password;
    await expect(firstValue(old.href, 'select 1')).rejects.toThrow('password authentication failed');
    await again.release();
  });

  it('takes a moved data folder as it is, and a copied one as another', async () => {
    await makeCluster();
    const moved = `${dataFolder}-moved`;
    const copied = `${dataFolder}-copied`;
    folders.push(moved, copied);
    await rename(dataFolder, moved);
    const original = await acquire(moved);
    await cp(moved, copied, { recursive: true, preserveTimestamps: true });
    for (const name of ['', ...(await readdir(join(moved, 'postgres'), { recursive: true }))]) {
      const { uid, gid, mode } = await lstat(join(moved, 'postgres', name));
      await chown(join(copied, 'postgres', name), uid, gid);
      await chmod(join(copied, 'postgres', name), mode);
    }
    const other = await acquire(copied);
    expect(other.pid).not.toBe(original.pid);
    expect(await firstValue(original.url, 'select n from kept')).toBe(7);
    expect(await firstValue(other.url, 'select n from kept')).toBe(7);
    await Promise.all([original.release(), other.release()]);
  });

  it('says that another release of PostgreSQL made the folder', async () => {
    const { folder } = await makeCluster();
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    await expect(acquire()).rejects.toThrow('was made by PostgreSQL 17 and this release brings 18');
  });

  it('says what the server said when it does not start', async () => {
    const { folder } = await makeCluster();
    await rm(join(folder, 'cluster', 'global', 'pg_control'));
    await expect(acquire()).rejects.toThrow(/^database_unreachable: .*pg_control/);
    expect(await readFile(join(folder, 'server.log'), 'utf8')).toContain('pg_control');
  });
});
