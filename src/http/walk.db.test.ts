import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revokeToken } from '../../db/queries/auth/revoke-token.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

const TABLE = routes({ allowedHosts: [], rateLimitPerMinute: 1, metrics: 'viewer' });
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** What each route asks for, written down a second time by hand: one that does not stand here fails the walk. */
const EXPECTED: Readonly<Record<string, Route['role']>> = {
  'get /healthz': 'public',
  'get /readyz': 'public',
  'get /metrics': 'viewer',
  'get /openapi.json': 'public',
  'get /api/session': 'public',
  'get /sign-in/:token': 'public',
  'post /sign-out': 'viewer',
  'get /api/status': 'viewer',
  'get /api/policy': 'viewer',
  'get /api/proposals': 'viewer',
  'get /api/proposals/:id': 'viewer',
  'get /api/proposals/:id/lines': 'viewer',
  'get /api/proposals/:id/precedents': 'viewer',
  'get /api/agreement': 'viewer',
  'post /api/proposals/decisions': 'approver',
  'post /api/proposals/:id/decision': 'approver',
  'post /api/proposals/:id/undo': 'approver',
  'post /api/proposals/:id/resolve': 'approver',
  'post /api/runs': 'approver',
  'get /api/runs': 'viewer',
  'get /api/runs/:id': 'viewer',
  'get /api/deliveries': 'viewer',
  'get /api/connections': 'viewer',
  'get /api/partners': 'viewer',
  'get /api/partners/:id': 'viewer',
  'get /api/partners/:id/statement': 'viewer',
  'get /api/partners/:id/statement.csv': 'viewer',
  'get /api/partners/:id/statement.html': 'viewer',
  'get /api/partners/:id/statement.pdf': 'viewer',
  'get /api/liability': 'viewer',
  'get /api/reconciliation': 'viewer',
  'get /api/leakage': 'viewer',
  'get /api/leakage.csv': 'viewer',
  'get /api/fraud': 'viewer',
  'get /api/audit': 'admin',
  'post /api/pause': 'approver',
  'post /api/resume': 'approver',
  'post /api/events/mail': 'approver',
  'get /api/applications': 'viewer',
  'get /api/coupon-sources': 'viewer',
  'post /api/coupon-sources': 'approver',
  'delete /api/coupon-sources/:id': 'approver',
  'get /api/sightings': 'viewer',
  'get /api/leaks': 'viewer',
  'get /api/leaks/:id': 'viewer',
  'get /api/applications/:id/pictures/:place': 'viewer',
  'get /api/board/:place': 'viewer',
  'get /apply': 'public',
  'post /apply': 'public',
  'get /apply/style.css': 'public',
  'get /api/mails': 'viewer',
  'get /api/mails/boxes': 'viewer',
  'get /api/mails/:id': 'viewer',
  'get /unsubscribe/:token': 'public',
  'post /unsubscribe/:token': 'public',
  'post /webhooks/shopify': 'public',
  'post /webhooks/woocommerce': 'public',
  'post /webhooks/refersion': 'public',
  'get /events': 'viewer',
  'post /chat': 'viewer',
  'get /api/chat/threads': 'viewer',
  'get /api/chat/threads/:id': 'viewer',
  'get /': 'public',
  'get /overview': 'public',
  'get /proposals/:id': 'public',
  'get /partners': 'public',
  'get /partners/:id': 'public',
  'get /fraud': 'public',
  'get /coupons': 'public',
  'get /coupons/:id': 'public',
  'get /commissions': 'public',
  'get /applications': 'public',
  'get /inbox': 'public',
  'get /inbox/:id': 'public',
  'get /ledger': 'public',
  'get /reports': 'public',
  'get /runs': 'public',
  'get /runs/:id': 'public',
  'get /chat': 'public',
  'get /assets/:file': 'public',
  'get /favicon.svg': 'public',
};
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
