import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { z } from 'zod';
import type { Queryable } from './client.ts';
import { applicationName } from './pool.ts';

/** Where LangGraph keeps its checkpoints. */
export const LANGGRAPH_SCHEMA = 'langgraph';
/** Where pg-boss keeps its jobs. */
export const PGBOSS_SCHEMA = 'pgboss';

const PACKAGES = {
  [LANGGRAPH_SCHEMA]: '@langchain/langgraph-checkpoint-postgres',
  [PGBOSS_SCHEMA]: 'pg-boss',
} as const;
type ForeignSchema = keyof typeof PACKAGES;

const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const ReleaseRow = z.object({ name: z.string(), release: z.string() });

/**
 * The schemas whose library has another release than the one that set them up last, or that are not there.
 *
 * Looking costs one query; the libraries themselves are slow to load, so that is left to who needs it.
 */
export async function outdatedForeignSchemas(db: Queryable): Promise<ForeignSchema[]> {
  const { rows: known } = await db.query("select to_regclass('foreign_schema') is not null as there");
  const { rows } = known[0]?.there
    ? await db.query('select name, release from foreign_schema where to_regnamespace(name) is not null')
    : { rows: [] };
  const current = new Map(
    rows.map((row) => ReleaseRow.parse(row)).map(({ name, release }) => [name, release]),
  );
  const wanted = await wantedReleases();
  return [...wanted].filter(([name, release]) => current.get(name) !== release).map(([name]) => name);
}

/**
 * Lets LangGraph or pg-boss make or bring up to date their own tables.
 *
 * Neither is safe when two processes do it at once, so the caller holds the migration lock.
 *
 * @throws what the libraries throw: what they had is as it was.
 */
export async function setUpForeignSchema(db: Queryable, url: string, name: ForeignSchema): Promise<void> {
  if (name === LANGGRAPH_SCHEMA) await setUpLanggraph(url);
  else await setUpPgBoss(url);
  await db.query(
    `
    insert into foreign_schema (name, release) values ($1, $2)
    on conflict (name) do update set release = excluded.release
    `,
    [name, (await wantedReleases()).get(name)],
  );
}

async function setUpLanggraph(url: string): Promise<void> {
  const { PostgresSaver } = await import('@langchain/langgraph-checkpoint-postgres');
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: applicationName() });
  const saver = new PostgresSaver(pool, undefined, { schema: LANGGRAPH_SCHEMA });
  await saver.setup().finally(() => pool.end());
}

async function setUpPgBoss(url: string): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: url,
    application_name: applicationName(),
    schema: PGBOSS_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  let failure: Error | null = null;
  boss.on('error', (error) => {
    failure ??= error;
  });
  await boss.start();
  await boss.stop({ graceful: false });
  if (failure !== null) throw failure;
}

/** As package.json pins them: exact. */
async function wantedReleases(): Promise<Map<ForeignSchema, string>> {
  const { dependencies } = Manifest.parse(
    JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')),
  );
  const names = [LANGGRAPH_SCHEMA, PGBOSS_SCHEMA] as const;
  return new Map(names.map((name) => [name, `${PACKAGES[name]} ${dependencies[PACKAGES[name]]}`]));
}
