import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignInLink } from '../../db/queries/auth/create-sign-in-link.ts';
import { revokeToken } from '../../db/queries/auth/revoke-token.ts';
import { SESSION_LIFETIME_HOURS, SIGN_IN_LINK_HOURS } from '../domain/auth/session-limits.ts';
import { type OpenDoor, openDoor } from './testing/open-door.ts';

let clock = Date.now();
let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor({ now: () => new Date(clock) });
});
afterAll(() => door.close());

const link = () =>
  createSignInLink(door.database.pools.app, { name: 'Ann', role: 'approver', now: new Date(clock) });
const open = (token: string, init: RequestInit = {}) =>
  fetch(`${door.url}/sign-in/${token}`, { redirect: 'manual', ...init });
const person = async (cookie: string) => {
  const answer = await fetch(`${door.url}/api/session`, { headers: { cookie } });
  return ((await answer.json()) as { person: { name: string } | null }).person;
};

describe('signing in', () => {
  it('sets a cookie that only this host, over a safe connection and for own pages, gets back', async () => {
    const answer = await open(await link());
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Host-mk=s%3A[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(await person(cookie.split(';')[0] ?? '')).toEqual({ name: 'Ann', role: 'approver' });
  });

  it('lets one of two simultaneous clicks in', async () => {
    const token = await link();
    const answers = await Promise.all([open(token), open(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([302, 410]);
    const loser = answers.find((answer) => answer.status === 410);
    expect(loser?.headers.get('set-cookie')).toBeNull();
    expect(await loser?.text()).toContain('npx marginkeeper login-link');
  });

  it('refuses an old link, an unknown one and nonsense alike', async () => {
    const token = await link();
    clock += SIGN_IN_LINK_HOURS * 3_600_000;
    for (const text of [token, 'a'.repeat(43), 'x', '%00', '..%2f..%2fetc']) {
      const answer = await open(text);
      expect(answer.status, text).toBe(410);
    }
  });

  it('is not used up by a browser that only looks ahead, or by HEAD', async () => {
    const token = await link();
    expect((await open(token, { method: 'HEAD' })).status).toBe(405);
    expect((await open(token, { headers: { 'sec-purpose': 'prefetch;prerender' } })).status).toBe(503);
    expect((await open(token)).status).toBe(302);
  });

  it('gives a new id to whoever had one, so that a planted session stays nobody’s', async () => {
    const first = (await open(await link())).headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await open(await link(), { headers: { cookie: first } });
    const cookie = second.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toBe(first);
    expect(await person(first)).toBeNull();
    expect(await person(cookie)).not.toBeNull();
  });

  it('says that TLS is needed on any other plain http host', async () => {
    const plain = await door.signIn('Bob', 'viewer');
    expect(plain.cookie).toMatch(/^__Host-mk=/);
    const token = await link();
    const { request } = await import('node:http');
    const status = await new Promise<number>((resolve, reject) => {
      request(`${door.url}/sign-in/${token}`, { headers: { host: '10.1.2.3' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect((await open(token)).status, 'the link was not used up').toBe(302);
  });
});

describe('a session', () => {
  it('ends at sign-out', async () => {
    const { cookie, csrfToken } = await door.signIn('Ann', 'approver');
    const headers = { cookie, 'x-csrf-token': csrfToken };
    expect((await fetch(`${door.url}/sign-out`, { method: 'POST', headers })).status).toBe(204);
    expect(await person(cookie)).toBeNull();
  });

  it('ends after its lifetime however much it is used', async () => {
    const { cookie } = await door.signIn('Ann', 'approver');
    clock += SESSION_LIFETIME_HOURS * 3_600_000 - 1_000;
    expect(await person(cookie)).not.toBeNull();
    clock += 1_000;
    expect(await person(cookie)).toBeNull();
  });

  it('ends when the person’s token is revoked, and unopened links with it', async () => {
    await door.token('Eve', 'admin');
    const { cookie } = await door.signIn('Eve', 'admin');
    const unopened = await createSignInLink(door.database.pools.app, {
      name: 'Eve',
      role: 'admin',
      now: new Date(clock),
    });
    await revokeToken(door.database.pools.app, 'Eve', new Date(clock));
    expect(await person(cookie)).toBeNull();
    expect((await open(unopened)).status).toBe(410);
  });

  it('is stored under a hash: what stands in the table is not what the cookie holds', async () => {
    const { cookie } = await door.signIn('Ann', 'approver');
    const sid = decodeURIComponent(cookie.slice('__Host-mk=s%3A'.length)).split('.')[0];
    const { rows } = await door.database.pools.app.query('select 1 from session where sid = $1', [sid]);
    expect(rows).toEqual([]);
  });

  it('with a broken signature is nobody’s', async () => {
    const { cookie } = await door.signIn('Ann', 'approver');
    expect(await person(`${cookie.slice(0, -2)}xx`)).toBeNull();
    expect(await person('__Host-mk=nonsense')).toBeNull();
  });
});

describe('the log', () => {
  it('holds no token, cookie or address with one', async () => {
    const token = await link();
    await open(token);
    const bearer = await door.token('Logged', 'viewer');
    await fetch(`${door.url}/api/status`, { headers: { authorization: `Bearer ${bearer}` } });
    const { cookie } = await door.signIn('Ann', 'approver');
    const text = door.logged.join('');
    expect(text).toContain('/sign-in/:token');
    for (const secret of [token, bearer, cookie, decodeURIComponent(cookie)])
      expect(text).not.toContain(secret);
  });
});
