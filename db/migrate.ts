import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { Refusal } from '../src/domain/errors.ts';
import type { Queryable } from './client.ts';
import { outdatedForeignSchemas, setUpForeignSchema } from './foreign-schemas.ts';
import { createPools } from './pool.ts';
import { inTransaction } from './transaction.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const FILE_NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;
/** Any number, the same in every release: whoever migrates this database waits for it. */
const MIGRATION_LOCK = 7_243_101_984;
/** Building an index over years of clicks is allowed to take long. */
const STATEMENT_SECONDS_MAX = 3_600;

const AppliedRow = z.object({ version: z.int(), name: z.string(), sha256: z.string() });
type AppliedRow = z.infer<typeof AppliedRow>;

interface Migration extends AppliedRow {
  readonly text: string;
}

export interface MigrateSettings {
  readonly folder?: string;
  /** Hears the name of each migration that was applied. */
  readonly log?: (sentence: string) => void;
}

/**
 * Brings a database up to this release: the numbered files of `db/migrations` that it has not seen, each in a
 * transaction of its own, then the schemas `langgraph` and `pgboss` of the libraries that keep state there.
 *
 * Several processes may call at once; one works, the others wait and find nothing to do.
 *
 * @returns the names applied by this call, in order.
 * @throws {Refusal} `migration_changed` when a file that was applied reads differently now,
 *   `schema_newer` when the database has seen migrations that this release does not know.
 */
export async function migrate(url: string, settings: MigrateSettings = {}): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(settings.folder ?? FOLDER);
  const pools = createPools(url, { max: 2, statementSeconds: STATEMENT_SECONDS_MAX, agentRole: false });
  try {
    // Every command comes through here, and nearly always finds nothing to do.
    if (await isCurrent(pools.app, migrations)) return { applied: [] };
    const applied: string[] = [];
    for (;;) {
      const name = await inTransaction(pools.app, (transaction) => applyNext(transaction, migrations));
      if (name === null) break;
      applied.push(name);
      settings.log?.(`Applied ${name}.`);
    }
    await inTransaction(pools.app, async (transaction) => {
      await lock(transaction);
      for (const name of await outdatedForeignSchemas(transaction)) {
        await setUpForeignSchema(transaction, url, name);
      }
      if (await hasNewExtension(transaction)) await transaction.query('select embedding_use_pgvector()');
    });
    return { applied };
  } finally {
    await pools.end();
  }
}

/** @throws {Refusal} `schema_outdated` when `migrate` has something to apply, and what `migrate` throws. */
export async function checkSchema(db: Queryable, folder: string = FOLDER): Promise<void> {
  const next = nextOf(await readMigrations(folder), await appliedRows(db));
  if (next)
    throw new Refusal('schema_outdated', `The database lacks ${next.name}: run marginkeeper migrate.`);
}

async function isCurrent(db: Queryable, migrations: readonly Migration[]): Promise<boolean> {
  if (nextOf(migrations, await appliedRows(db)) !== null) return false;
  return (await outdatedForeignSchemas(db)).length === 0 && !(await hasNewExtension(db));
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    const [, number, name = ''] = FILE_NAME.exec(file) ?? [];
    const version = Number(number);
    if (!Number.isSafeInteger(version) || version === migrations.at(-1)?.version) {
      throw new Error(`${join(folder, file)}: migrations are called NNNN_name.sql, each number once`);
    }
    // A checkout on Windows may end lines differently; the statements are the same.
    const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    migrations.push({ version, name: `${number}_${name}`, sha256, text });
  }
  return migrations;
}

async function applyNext(
  transaction: pg.PoolClient,
  migrations: readonly Migration[],
): Promise<string | null> {
  await lock(transaction);
  await transaction.query(
    `
    create table if not exists schema_migration (
      version integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )
    `,
  );
  await transaction.query(
    'create table if not exists foreign_schema (name text primary key, release text not null)',
  );
  const next = nextOf(migrations, await appliedRows(transaction));
  if (next === null) return null;
  await transaction.query(next.text);
  await transaction.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
    next.version,
    next.name,
    next.sha256,
  ]);
  return next.name;
}

async function lock(transaction: pg.PoolClient): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

/** Whether the server got pgvector after the migration that asked for it. */
async function hasNewExtension(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(
    `
    select to_regprocedure('embedding_use_pgvector()') is not null
           and to_regclass('embedding_hnsw') is null
           and exists (select from pg_available_extensions where name = 'vector') as is_new
    `,
  );
  return rows[0]?.is_new === true;
}

/** None where nothing was ever applied. */
async function appliedRows(db: Queryable): Promise<AppliedRow[]> {
  const known = await db.query("select to_regclass('schema_migration') is not null as there");
  if (known.rows[0]?.there !== true) return [];
  const { rows } = await db.query('select version, name, sha256 from schema_migration order by version');
  return z.array(AppliedRow).parse(rows);
}

/** The first migration that the database lacks; refuses where the histories part. */
function nextOf(migrations: readonly Migration[], applied: readonly AppliedRow[]): Migration | null {
  for (const row of applied) {
    const ours = migrations.find(({ version }) => version === row.version);
    if (ours === undefined) {
      throw new Refusal(
        'schema_newer',
        `The database has ${row.name}, which this release does not know: use the newer release that migrated it.`,
      );
    }
    if (ours.sha256 !== row.sha256) throw changed(row.name, 'was applied to this database with another text');
  }
  const next = migrations.find(({ version }) => !applied.some((row) => row.version === version)) ?? null;
  if (next && next.version < (applied.at(-1)?.version ?? 0)) {
    throw changed(next.name, `comes before ${applied.at(-1)?.name}, which this database has already`);
  }
  return next;
}

const changed = (name: string, how: string): Refusal =>
  new Refusal(
    'migration_changed',
    `The migration ${name} ${how}: restore the files and write a new one with a higher number.`,
  );
