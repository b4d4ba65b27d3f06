import { PgBoss } from 'pg-boss';
import { PGBOSS_SCHEMA } from '../../../db/foreign-schemas.ts';
import { applicationName } from '../../../db/pool.ts';
import type { RunDeps } from './run-deps.ts';

const CONNECTIONS_MAX = 3;
/** How often lapsed heartbeats and expired jobs are looked for. */
const MONITOR_SECONDS = 10;

/** The job queue of this database, not yet started. Its tables are made by `migrate`. */
export function createBoss(databaseUrl: string, { log }: Pick<RunDeps, 'log'>): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: applicationName(),
    schema: PGBOSS_SCHEMA,
    max: CONNECTIONS_MAX,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: MONITOR_SECONDS,
    monitorIntervalSeconds: MONITOR_SECONDS,
    cronMonitorIntervalSeconds: 5,
    cronWorkerIntervalSeconds: 2,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has trouble'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  return boss;
}
