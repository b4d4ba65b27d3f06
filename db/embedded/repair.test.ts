import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { firstValue } from '../testing/first-value.ts';
import { holdServer } from '../testing/server-holder.ts';
import { acquireServer, stopServer } from './acquire-server.ts';
import { isRunning } from './process-identity.ts';
import { removeServer } from './remove-server.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await removeServer(folder);
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'repair-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

const acquire = (dataFolder: string) =>
  acquireServer({ dataFolder, log: () => undefined, settings: { fsync: 'off' } });

describe('acquireServer after a first start that was killed', () => {
  it.each([150, 500])('starts over, %i ms after it began', async (afterMs) => {
    const dataFolder = await newFolder();
    const holder = holdServer(dataFolder);
    await delay(afterMs);
    await holder.kill();
    await mkdir(join(dataFolder, 'postgres', 'cluster.unfinished-0123abcd'), { recursive: true });
    const server = await acquire(dataFolder);
    expect(await firstValue(server.url, 'select 1')).toBe(1);
    expect((await readdir(server.folder)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster']);
    await server.release();
  });
});

describe('acquireServer after an accident', () => {
  let dataFolder = '';
  let cluster = '';
  let url = '';
  beforeAll(async () => {
    dataFolder = await newFolder();
    const server = await acquire(dataFolder);
    await firstValue(server.url, 'create table kept as select 7 as n');
    await server.release();
    cluster = join(server.folder, 'cluster');
    url = server.url;
  });
  /** Each test finds a cluster with one row, and no server. */
  afterEach(() => stopServer(dataFolder));

  it('starts a server that was killed itself, with what was committed', async () => {
    const server = await acquire(dataFolder);
    await firstValue(server.url, 'create table late as select 8 as n');
    process.kill(server.pid, 'SIGKILL');
    await expect.poll(() => isRunning(server.pid)).toBe(false);
    const again = await acquire(dataFolder);
    expect(again.started).toBe(true);
    expect(await firstValue(again.url, 'select kept.n + late.n from kept, late')).toBe(15);
  });

  it('is not taken in by a note whose process number somebody else has now', async () => {
    const note = `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`;
    await writeFile(join(cluster, 'postmaster.pid'), note);
    const again = await acquire(dataFolder);
    expect(again.started).toBe(true);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
  });

  it('takes another port when the old one is taken', async () => {
    const squatter = createServer().listen(Number(new URL(url).port), '127.0.0.1');
    const again = await acquire(dataFolder);
    expect(new URL(again.url).port).not.toBe(new URL(url).port);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    squatter.close();
  });

  it('sets new passwords when the note with the old ones is gone', async () => {
    await rm(join(dataFolder, 'postgres.json'));
    const again = await acquire(dataFolder);
    expect(await firstValue(again.url, 'select n from kept')).toBe(7);
    const old = new URL(again.url);
    old.password = new URL(url).password;
    await expect(firstValue(old.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('takes a moved data folder as it is, and a copied one as another, even copied while it runs', async () => {
    const moved = `${dataFolder}-moved`;
    const copied = `${dataFolder}-copied`;
    folders.push(moved, copied);
    await rename(dataFolder, moved);
    dataFolder = moved;
    cluster = join(moved, 'postgres', 'cluster');
    const original = await acquire(moved);
    execFileSync('cp', ['-a', moved, copied]);
    const other = await acquire(copied);
    expect(other.pid).not.toBe(original.pid);
    for (const server of [original, other])
      expect(await firstValue(server.url, 'select n from kept')).toBe(7);
    await other.release();
    expect(await firstValue(original.url, 'select n from kept')).toBe(7);
  });

  it('says that another release of PostgreSQL made the folder', async () => {
    await writeFile(join(cluster, 'PG_VERSION'), '17\n');
    await expect(acquire(dataFolder)).rejects.toThrow('was made by PostgreSQL 17 and this release brings 18');
    await writeFile(join(cluster, 'PG_VERSION'), '18\n');
  });

  it('says what the server said when it does not start', async () => {
    const control = join(cluster, 'global', 'pg_control');
    await rename(control, `${control}.away`);
    await expect(acquire(dataFolder)).rejects.toThrow(/^database_unreachable: .*pg_control/);
    expect(await readFile(join(cluster, '..', 'server.log'), 'utf8')).toContain('pg_control');
    await rename(`${control}.away`, control);
  });
});
