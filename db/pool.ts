import pg from 'pg';
import { parseColumn } from './column-types.ts';

/** The role that tools run under: it may select, and insert proposals, and nothing else. */
export const AGENT_ROLE = 'marginkeeper_agent';

const CONNECT_SECONDS_MAX = 10;
const STATEMENT_SECONDS_MAX = 120;
const IDLE_IN_TRANSACTION_SECONDS_MAX = 60;

export interface PoolSettings {
  /** Connections a pool may hold at once, each pool for itself; > 0. */
  readonly max?: number;
  /** A statement that takes longer is cancelled by the server; 0 means no limit. */
  readonly statementSeconds?: number;
  /** `false` where the agents' role could not be made: preflight says so, tools then run as the plain user. */
  readonly agentRole?: boolean;
  /** Hears of idle connections that broke; the pool replaces them by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

export interface Pools {
  readonly app: pg.Pool;
  readonly agent: pg.Pool;
  /** Waits for borrowed clients to come back, then closes every connection. May be called twice. */
  end(): Promise<void>;
}

/** What our connections call themselves in `pg_stat_activity`; a process knows its own by it. */
export function applicationName(pid: number = process.pid): string {
  return `marginkeeper/${pid}`;
}

/**
 * The two doors to one database: `app` for the service itself, `agent` for tools.
 *
 * Values come back as: int8 → bigint, numeric → string, timestamptz → Date, date → 'YYYY-MM-DD',
 * bytea → Buffer, jsonb → parsed. Both pools outlive a restart of the server: a query that was under way fails,
 * the next one gets a new connection.
 *
 * The agents' role is a fence against a tool that writes by mistake. It is set by the connection,
 * so SQL text chosen by a stranger could leave it; tools never run such text.
 */
export function createPools(url: string, settings: PoolSettings = {}): Pools {
  const app = createPool(url, settings, '');
  const agent = createPool(url, settings, settings.agentRole === false ? '' : `-c role=${AGENT_ROLE}`);
  let ended: Promise<void> | null = null;
  return {
    app,
    agent,
    end: () => {
      ended ??= Promise.all([app.end(), agent.end()]).then(() => undefined);
      return ended;
    },
  };
}

function createPool(url: string, settings: PoolSettings, options: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: settings.max ?? 10,
    application_name: applicationName(),
    connectionTimeoutMillis: CONNECT_SECONDS_MAX * 1_000,
    statement_timeout: (settings.statementSeconds ?? STATEMENT_SECONDS_MAX) * 1_000,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_SECONDS_MAX * 1_000,
    keepAlive: true,
    types: { getTypeParser: parseColumn },
    ...(options === '' ? {} : { options }),
  });
  // Without listeners a connection that breaks would end the process: the pool's own is there only while a client is
  // idle, and libraries that borrow one (LangGraph's checkpointer does) bring none.
  pool.on('connect', (client) => {
    client.once('error', (error) => settings.onConnectionLost?.(error));
    client.on('error', () => undefined);
  });
  pool.on('error', () => undefined);
  return pool;
}
