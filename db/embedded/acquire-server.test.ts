import { chmod, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { firstValue } from '../testing/first-value.ts';
import { holdServer } from '../testing/server-holder.ts';
import { type AcquireSettings, acquireServer, stopServer } from './acquire-server.ts';
import { isRunning } from './process-identity.ts';
import { removeServer } from './remove-server.ts';

const dataFolder = await mkdtemp(join(tmpdir(), 'embedded-'));
await chmod(dataFolder, 0o711);
afterAll(() => removeServer(dataFolder));
/** Each test starts with a cluster that exists, and a server that does not run. */
afterEach(() => stopServer(dataFolder));

const acquire = (use: NonNullable<AcquireSettings['use']> = 'command', folder = dataFolder) =>
  acquireServer({ dataFolder: folder, log: () => undefined, use, settings: { fsync: 'off' } });

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A server that is stopped under a client is what some tests are about.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('acquireServer', () => {
  it('makes a server that only the password opens, on the loopback only, for a user who is no superuser', async () => {
    const server = await acquire();
    expect(server.started).toBe(true);
    expect(await firstValue(server.url, 'select current_user::text')).toBe('marginkeeper');
    expect(await firstValue(server.url, "select current_setting('is_superuser')")).toBe('off');
    expect(await firstValue(server.url, "select current_setting('listen_addresses')")).toBe('127.0.0.1');
    expect(await firstValue(server.url, "select current_setting('server_encoding')")).toBe('UTF8');

    const wrong = new URL(server.url);
    wrong.password = 'guess';
    for (const name of ['marginkeeper', 'postgres']) {
      wrong.username = name;
      await expect(connect(wrong.href)).rejects.toThrow('password authentication failed');
    }
    expect((await stat(join(dataFolder, 'postgres.json'))).mode & 0o777).toBe(0o600);
    await server.release();
    expect(isRunning(server.pid)).toBe(false);
  });

  it('runs as somebody else when we are root, else as ourselves', async () => {
    const server = await acquire();
    const { uid } = await stat(`/proc/${server.pid}`);
    if (process.getuid?.() === 0) expect(uid).not.toBe(0);
    else expect(uid).toBe(process.getuid?.());
    expect((await stat(join(server.folder, 'cluster'))).mode & 0o777).toBe(0o700);
    await server.release();
  });

  it('finds another place when the data folder is closed to the user that the server runs as', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'closed-'));
    const server = await acquire('command', closed);
    const isRoot = process.getuid?.() === 0;
    expect(server.folder.startsWith(isRoot ? '/var/lib/marginkeeper/' : closed)).toBe(true);
    expect(await firstValue(server.url, 'select 1')).toBe(1);
    await server.release();
    const again = await acquire('command', closed);
    expect(again.folder).toBe(server.folder);
    await again.release();
    await removeServer(closed);
    await expect(stat(server.folder)).rejects.toThrow('ENOENT');
  });

  it('keeps data and address from one life to the next', async () => {
    const first = await acquire();
    await firstValue(first.url, 'create table kept as select 7 as n');
    await first.release();
    const second = await acquire();
    expect(second.started).toBe(true);
    expect(second.url).toBe(first.url);
    expect(await firstValue(second.url, 'select n from kept')).toBe(7);
    await second.release();
  });

  it('gives one server to processes that start at once', async () => {
    const holders = Array.from({ length: 4 }, () => holdServer(dataFolder));
    const held = await Promise.all(holders.map((holder) => holder.held));
    expect(new Set(held.map(({ pid }) => pid)).size).toBe(1);
    expect(held.filter(({ started }) => started)).toHaveLength(1);
    const [first, ...others] = holders;
    await first?.release();
    expect(isRunning(held[0]?.pid ?? 0)).toBe(true);
    await Promise.all(others.map((holder) => holder.release()));
    expect(isRunning(held[0]?.pid ?? 0)).toBe(false);
  });

  it('adopts the orphan of a killed process, and the last user stops it', async () => {
    const holder = holdServer(dataFolder);
    const { pid } = await holder.held;
    await holder.kill();
    expect(isRunning(pid)).toBe(true);
    const adopted = await acquire();
    expect(adopted).toMatchObject({ pid, started: false });
    await adopted.release();
    expect(isRunning(pid)).toBe(false);
  });

  it('leaves a server alone while another client is connected', async () => {
    const server = await acquire('service');
    const stranger = holdServer(dataFolder);
    const client = await connect((await stranger.held).url);
    await stranger.kill();
    await server.release();
    expect(isRunning(server.pid)).toBe(true);
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await client.end();

    const last = await acquire('service');
    expect(last.started).toBe(false);
    await last.release();
    expect(isRunning(server.pid)).toBe(false);
  });

  it('leaves it running for who was given the address; commands keep it, a service stops it', async () => {
    const giver = holdServer(dataFolder, 'leave-running');
    const { pid } = await giver.held;
    // The server must not hold the caller's streams: `release` waits until they are closed.
    await giver.release();
    expect(isRunning(pid)).toBe(true);
    const command = await acquire('command');
    await command.release();
    expect(isRunning(pid)).toBe(true);
    const service = await acquire('service');
    expect(service.pid).toBe(pid);
    await service.release();
    expect(isRunning(pid)).toBe(false);
  });

  it('lets several users in one process hold it, each until its own release', async () => {
    const [one, two] = await Promise.all([acquire(), acquire()]);
    await Promise.all([one.release(), one.release()]);
    expect(await firstValue(two.url, 'select 1')).toBe(1);
    await two.release();
    expect(isRunning(two.pid)).toBe(false);
  });

  it('has a server for whoever comes while the last user stops it', async () => {
    let user = await acquire();
    for (let round = 0; round < 3; round += 1) {
      const [next] = await Promise.all([acquire(), user.release(), delay(5)]);
      expect(await firstValue(next.url, 'select 1')).toBe(1);
      user = next;
    }
    await user.release();
  });
});
