import type { Pools } from '../../../db/pool.ts';
import { createSignInLink } from '../../../db/queries/auth/create-sign-in-link.ts';
import { createToken } from '../../../db/queries/auth/create-token.ts';
import { type ClonedDatabase, cloneDatabase } from '../../../db/testing/clone-database.ts';
import type { Role } from '../../domain/auth/role.ts';
import { DEFAULT_POLICY } from '../../domain/policies.ts';
import type { HttpDeps } from '../http-deps.ts';
import { startHttp } from '../start-http.ts';
import { logLines } from './log-lines.ts';

export interface OpenDoor {
  readonly database: ClonedDatabase;
  readonly url: string;
  /** Everything logged so far, one JSON text a line. */
  readonly logged: readonly string[];
  token(name: string, role: Role): Promise<string>;
  /** Signs in like a browser. @returns what such a browser then sends. */
  signIn(name: string, role: Role): Promise<{ readonly cookie: string; readonly csrfToken: string }>;
  close(): Promise<void>;
}

/** The HTTP door on a port of its own over a database of its own. @param changed - from what is usual, or made of the pools. */
export async function openDoor(
  changed: Partial<HttpDeps> | ((pools: Pools) => Partial<HttpDeps>) = {},
): Promise<OpenDoor> {
  const database = await cloneDatabase();
  const changes = typeof changed === 'function' ? changed(database.pools) : changed;
  const { log, lines } = logLines();
  const now = changes.now ?? (() => new Date());
  const running = await startHttp(
    {
      pools: database.pools,
      policy: DEFAULT_POLICY,
      config: { allowedHosts: [], rateLimitPerMinute: 100_000, metrics: 'public' },
      log,
      now,
      readiness: () => ({ ready: true }),
      pageFolder: null,
      precedents: async () => [],
      async *chat() {},
      version: '0.0.0',
      ...changes,
    },
    { host: '127.0.0.1', port: 0 },
  );
  return {
    database,
    url: running.url,
    logged: lines,
    token: (name, role) => createToken(database.pools.app, { name, role, now: now() }),
    async signIn(name, role) {
      const link = await createSignInLink(database.pools.app, { name, role, now: now() });
      const answer = await fetch(`${running.url}/sign-in/${link}`, { redirect: 'manual' });
      const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      const session = await fetch(`${running.url}/api/session`, { headers: { cookie } });
      const { csrfToken } = (await session.json()) as { csrfToken: string };
      return { cookie, csrfToken };
    },
    async close() {
      await running.close();
      await database.drop();
    },
  };
}
