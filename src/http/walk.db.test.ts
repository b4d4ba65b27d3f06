import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeToken } from '../../db/queries/auth/revoke-token.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { EXPECTED_ROLES as EXPECTED } from './testing/expected-roles.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const TABLE = routes({ allowedHosts: [], rateLimitPerMinute: 1, metrics: 'viewer' });
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const addressOf = ({ path }: Route) => path.replace(/:\w+/g, UNKNOWN);

const RANK = { public: 0, viewer: 1, approver: 2, admin: 3 } as const;
type Headers = Record<string, string>;
interface Identity {
  readonly headers: Headers;
  /** What it reaches; null: it is refused wherever somebody is asked for. */
  readonly reaches: keyof typeof RANK | null;
  /** A change by this identity is refused although the role would do. */
  readonly mayNotChange?: true;
}

let door: OpenDoor;
const identities = new Map<string, Identity>();

beforeAll(async () => {
  door = await openDoor({ config: { allowedHosts: [], rateLimitPerMinute: 100_000, metrics: 'viewer' } });
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  identities.set('nobody', { headers: {}, reaches: null });
  for (const role of ['viewer', 'approver', 'admin'] as const) {
    identities.set(`a token, ${role}`, {
      headers: bearer(await door.token(`token ${role}`, role)),
      reaches: role,
    });
    const { cookie, csrfToken } = await door.signIn(`session ${role}`, role);
    const origin = door.url;
    identities.set(`a session, ${role}`, {
      headers: { cookie, origin, 'x-csrf-token': csrfToken },
      reaches: role,
    });
    identities.set(`a session without CSRF token, ${role}`, {
      headers: { cookie, origin },
      reaches: role,
      mayNotChange: true,
    });
    for (const [what, headers] of Object.entries({
      'another origin': { origin: 'https://evil.example' },
      'origin null': { origin: 'null' },
      'another port': { origin: 'http://127.0.0.1:1' },
      'a cross-site fetch': { 'sec-fetch-site': 'cross-site' },
    })) {
      identities.set(`a session from ${what}, ${role}`, {
        headers: { cookie, 'x-csrf-token': csrfToken, ...headers },
        reaches: role,
        mayNotChange: true,
      });
    }
  }
  const revoked = await door.token('revoked', 'admin');
  await revokeToken(door.database.pools.app, 'revoked', new Date());
  identities.set('a revoked token', { headers: bearer(revoked), reaches: null });
  identities.set('a wrong token', { headers: bearer(`mk_${'a'.repeat(43)}`), reaches: null });
  identities.set('a token of another kind', {
    headers: { authorization: 'Basic YWRtaW46YWRtaW4=' },
    reaches: null,
  });
  const { cookie, csrfToken } = await door.signIn('session admin', 'admin');
  identities.set('a wrong token beside a good session', {
    headers: { ...bearer('mk_nonsense'), cookie, 'x-csrf-token': csrfToken },
    reaches: null,
  });
});
afterAll(() => door.close());

/** What has to come back, decided from the table above alone; null: anything but 401 and 403. */
function refusal({ headers, reaches, mayNotChange }: Identity, route: Route): number | null {
  const needed = EXPECTED[nameOf(route)];
  if (needed === undefined) throw new Error(`${nameOf(route)} is not in EXPECTED`);
  if (needed === 'public')
    return headers.authorization && route.path === '/api/session' && !reaches ? 401 : null;
  if (reaches === null) return 401;
  if (RANK[reaches] < RANK[needed]) return 403;
  return mayNotChange && route.method !== 'get' ? 403 : null;
}

describe('the routes table', () => {
  it('holds exactly the routes known here', () => {
    expect(TABLE.map(nameOf).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(TABLE.map((route) => [nameOf(route), route] as const))(
    '%s lets in whom it should, and nobody else',
    async (_name, route) => {
      for (const [name, identity] of identities) {
        const stop = new AbortController();
        const answer = await fetch(`${door.url}${addressOf(route)}`, {
          method: route.method.toUpperCase(),
          // Nonsense on purpose: who asks comes before what is asked.
          ...(route.method === 'post' ? { body: '{"nonsense": true}' } : {}),
          headers: { 'content-type': 'application/json', ...identity.headers },
          redirect: 'manual',
          signal: stop.signal,
        });
        const expected = refusal(identity, route);
        if (route.path.startsWith('/webhooks/')) {
          // Nobody in particular is asked for, but a signature is, and nonsense has none.
          expect(await answer.json()).toMatchObject({ status: 401, code: 'signature_wrong' });
        } else if (expected === null)
          expect([401, 403], `${name}: ${answer.status}`).not.toContain(answer.status);
        else {
          expect(answer.status, name).toBe(expected);
          expect(answer.headers.get('content-type')).toBe('application/problem+json');
        }
        stop.abort();
        // A sign-out that worked ended the session that the following walks need.
        if (route.path === '/sign-out' && answer.status === 204 && identity.headers.cookie) await renew(name);
      }
    },
  );

  async function renew(name: string): Promise<void> {
    const role = name.split(', ')[1] as 'viewer' | 'approver' | 'admin';
    const { cookie, csrfToken } = await door.signIn(`session ${role}`, role);
    for (const [key, identity] of identities) {
      if (!identity.headers.cookie || !key.endsWith(role)) continue;
      const headers: Headers = { ...identity.headers, cookie };
      if (headers['x-csrf-token']) headers['x-csrf-token'] = csrfToken;
      identities.set(key, { ...identity, headers });
    }
  }

  it('is what the document of the API says', async () => {
    const document = (await (await fetch(`${door.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { 'x-role': string; operationId: string }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => [
        `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        operation['x-role'],
      ]),
    );
    expect(Object.fromEntries(listed)).toEqual(EXPECTED);
    const ids = Object.values(document.paths).flatMap((each) =>
      Object.values(each).map((one) => one.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points only at schemas that the document holds', async () => {
    const text = await (await fetch(`${door.url}/openapi.json`)).text();
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(components.schemas, name).toHaveProperty(String(name));
    expect(text).not.toContain('$defs');
  });

  it('lets no file of this folder open an address besides the table', async () => {
    const door = await readFile(new URL('./create-http.ts', import.meta.url), 'utf8');
    expect(door.match(/app\.(?:get|post|put|patch|delete|all|route)\(/g)).toBeNull();
  });
});
