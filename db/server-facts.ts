import pg from 'pg';
import { z } from 'zod';
import { explainConnectionError } from './connection-error.ts';
import { AGENT_ROLE, applicationName } from './pool.ts';

const CONNECT_SECONDS_MAX = 10;

export const ServerFacts = z.object({
  version: z.string(),
  version_number: z.coerce.number(),
  user: z.string(),
  database: z.string(),
  encoding: z.string(),
  read_only: z.boolean(),
  schema: z.string().nullable(),
  schema_create: z.boolean(),
  database_create: z.boolean(),
  has_own_schemas: z.boolean(),
  vector_installed: z.boolean(),
  vector_available: z.boolean(),
  vector_trusted: z.boolean(),
  is_superuser: z.boolean(),
  create_role: z.boolean(),
  agent_exists: z.boolean(),
  agent_member: z.boolean(),
  /** Tables made while the role was missing gave it no rights. */
  agent_granted: z.boolean(),
});
export type ServerFacts = z.infer<typeof ServerFacts>;

/**
 * What a server says of itself and of the rights that the user of `url` has there. Reads only.
 *
 * @throws {Refusal} `database_unreachable` when there is no way in.
 */
export async function readServerFacts(url: string): Promise<ServerFacts> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_SECONDS_MAX * 1_000,
    application_name: applicationName(),
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `
      select current_setting('server_version') as version,
             current_setting('server_version_num') as version_number,
             current_user::text as user,
             current_database()::text as database,
             current_setting('server_encoding') as encoding,
             pg_is_in_recovery() as read_only,
             current_schema()::text as schema,
             coalesce(has_schema_privilege(current_schema(), 'create')
                      and has_schema_privilege(current_schema(), 'usage'), false) as schema_create,
             has_database_privilege(current_database(), 'create') as database_create,
             to_regnamespace('langgraph') is not null and to_regnamespace('pgboss') is not null as has_own_schemas,
             exists (select from pg_extension where extname = 'vector') as vector_installed,
             exists (select from pg_available_extensions where name = 'vector') as vector_available,
             exists (select from pg_available_extension_versions where name = 'vector' and trusted) as vector_trusted,
             me.rolsuper as is_superuser,
             me.rolsuper or me.rolcreaterole as create_role,
             agent.oid is not null as agent_exists,
             coalesce(pg_has_role(current_user, agent.oid, 'member'), false) as agent_member,
             coalesce(has_table_privilege(agent.oid, to_regclass('proposal'), 'insert'), true) as agent_granted
        from pg_roles me
        left join pg_roles agent on agent.rolname = $1
       where me.rolname = current_user
      `,
      [AGENT_ROLE],
    );
    return ServerFacts.parse(rows[0]);
  } catch (error) {
    throw explainConnectionError(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
