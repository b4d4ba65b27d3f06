import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkSchema, migrate } from './migrate.ts';
import { cloneDatabase } from './testing/clone-database.ts';

const { url, pools, drop } = await cloneDatabase();
const folder = await mkdtemp(join(tmpdir(), 'migrations-'));
const write = (name: string, text: string) => writeFile(join(folder, name), text);
const tables = async (): Promise<string[]> =>
  (await pools.app.query("select relname from pg_class where relname like 'step_%' order by 1")).rows.map(
    (row) => row.relname,
  );

afterAll(async () => {
  await drop();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await pools.app.query('drop table if exists schema_migration, step_a, step_b, step_c');
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await write('0001_a.sql', 'create table step_a (n integer);\ninsert into step_a values (1);');
  await write('0003_b.sql', 'create table step_b (n integer);');
});

describe('migrate', () => {
  it('applies what is missing, in order, once', async () => {
    expect((await migrate(url, { folder })).applied).toEqual(['0001_a', '0003_b']);
    expect((await migrate(url, { folder })).applied).toEqual([]);
    await write('0004_c.sql', 'create table step_c (n integer);');
    expect((await migrate(url, { folder })).applied).toEqual(['0004_c']);
    expect(await tables()).toEqual(['step_a', 'step_b', 'step_c']);
  });

  it('lets several processes migrate at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => migrate(url, { folder })));
    expect(all.flatMap(({ applied }) => applied).sort()).toEqual(['0001_a', '0003_b']);
  });

  it('leaves nothing of a migration that fails, and keeps the ones before', async () => {
    await write('0003_b.sql', 'create table step_b (n integer);\nselect 1/0;');
    await expect(migrate(url, { folder })).rejects.toThrow('division by zero');
    expect(await tables()).toEqual(['step_a']);
    await write('0003_b.sql', 'create table step_b (n integer);');
    expect((await migrate(url, { folder })).applied).toEqual(['0003_b']);
  });

  it('refuses when an applied file reads differently, and does not mind line ends', async () => {
    await migrate(url, { folder });
    await write('0001_a.sql', 'create table step_a (n integer);\r\ninsert into step_a values (1);');
    expect((await migrate(url, { folder })).applied).toEqual([]);
    await write('0001_a.sql', 'create table step_a (n bigint);');
    await expect(migrate(url, { folder })).rejects.toThrow(
      'migration_changed: The migration 0001_a was applied',
    );
  });

  it('refuses a database that is newer than the code', async () => {
    await migrate(url, { folder });
    await rm(join(folder, '0003_b.sql'));
    await expect(migrate(url, { folder })).rejects.toThrow('schema_newer: The database has 0003_b');
  });

  it('refuses a migration that was slipped in before an applied one', async () => {
    await migrate(url, { folder });
    await write('0002_late.sql', 'select 1;');
    await expect(migrate(url, { folder })).rejects.toThrow('0002_late comes before 0003_b');
  });

  it('refuses a name that is not NNNN_name.sql', async () => {
    await write('5_short.sql', 'select 1;');
    await expect(migrate(url, { folder })).rejects.toThrow('5_short.sql');
  });
});

describe("the libraries' own schemas", () => {
  const tableCount = async (schema: string) => {
    const { rows } = await pools.app.query('select 1 from pg_tables where schemaname = $1', [schema]);
    return rows.length;
  };

  it('are there, and made again when they are lost', async () => {
    const before = await Promise.all([tableCount('langgraph'), tableCount('pgboss')]);
    expect(Math.min(...before)).toBeGreaterThan(2);
    await pools.app.query('drop schema langgraph cascade');
    await pools.app.query('drop schema pgboss cascade');
    await migrate(url, { folder });
    expect(await Promise.all([tableCount('langgraph'), tableCount('pgboss')])).toEqual(before);
  });

  it('are handed to their library again when that has another release', async () => {
    await migrate(url, { folder });
    await pools.app.query("update foreign_schema set release = 'pg-boss 1.0.0' where name = 'pgboss'");
    await migrate(url, { folder });
    const { rows } = await pools.app.query("select release from foreign_schema where name = 'pgboss'");
    expect(rows[0]?.release).toMatch(/^pg-boss \d+\.\d+\.\d+$/);
    expect(rows[0]?.release).not.toBe('pg-boss 1.0.0');
  });
});

describe('checkSchema', () => {
  it('names what the database lacks, and passes when it lacks nothing', async () => {
    await expect(checkSchema(pools.app, folder)).rejects.toThrow(
      'schema_outdated: The database lacks 0001_a',
    );
    await migrate(url, { folder });
    await expect(checkSchema(pools.app, folder)).resolves.toBeUndefined();
  });
});
