import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { applicationName } from './pool.ts';

/** Where LangGraph keeps its checkpoints. */
export const LANGGRAPH_SCHEMA = 'langgraph';
/** Where pg-boss keeps its jobs. */
export const PGBOSS_SCHEMA = 'pgboss';

/**
 * Lets LangGraph and pg-boss make or bring up to date their own tables.
 *
 * Neither is safe when two processes do it at once, so the caller holds the migration lock.
 *
 * @throws what the libraries throw: their tables stay as they were.
 */
export async function setUpForeignSchemas(pool: pg.Pool, url: string): Promise<void> {
  await new PostgresSaver(pool, undefined, { schema: LANGGRAPH_SCHEMA }).setup();

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
