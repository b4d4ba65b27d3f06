import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { applicationName } from '../pool.ts';

/** A connection that was closed a moment ago is still listed for that moment. */
const LOOKS = 4;
const PAUSE_MS = 75;

/**
 * Whether anybody is connected whose connections do not carry this process's name.
 *
 * A server that does not answer has nobody to serve.
 *
 * @param adminUrl - of a role that sees everybody's connections.
 */
export async function hasOtherClients(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let look = 1; look <= LOOKS; look += 1) {
      const { rowCount } = await client.query(
        `
        select 1
          from pg_stat_activity
         where backend_type = 'client backend'
           and pid <> pg_backend_pid()
           and application_name <> $1
         limit 1
        `,
        [applicationName()],
      );
      if (rowCount === 0) return false;
      if (look < LOOKS) await delay(PAUSE_MS);
    }
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === '53300';
  } finally {
    await client.end().catch(() => undefined);
  }
}
