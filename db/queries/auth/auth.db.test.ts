import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { createSignInLink } from './create-sign-in-link.ts';
import { createToken } from './create-token.ts';
import { findPrincipalByToken } from './find-principal-by-token.ts';
import { revokeToken } from './revoke-token.ts';
import { spendSignInLink } from './spend-sign-in-link.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const make = (name: string, role: 'viewer' | 'approver' | 'admin' = 'viewer') =>
  createToken(database.pools.app, { name, role, now: NOW });
const find = (token: string) => findPrincipalByToken(database.pools.app, token);

describe('an API token', () => {
  it('names its owner until it is revoked', async () => {
    const token = await make('Ann', 'approver');
    expect(token).toMatch(/^mk_[A-Za-z0-9_-]{43}$/);
    expect(await find(token)).toEqual({ name: 'Ann', role: 'approver', kind: 'token' });
    await revokeToken(database.pools.app, 'Ann', NOW);
    expect(await find(token)).toBeNull();
    await revokeToken(database.pools.app, 'Ann', NOW);
  });

  it('is stored only as a hash', async () => {
    const token = await make('Hashed');
    const { rows } = await database.pools.app.query('select * from api_token where name = $1', ['Hashed']);
    expect(JSON.stringify(rows)).not.toContain(token.slice(3));
  });

  it('has a name of its own, which is free again once it is revoked', async () => {
    const first = await make('Bob');
    await expect(make('Bob')).rejects.toThrow('name_taken');
    expect(await find(first)).not.toBeNull();
    await revokeToken(database.pools.app, 'Bob', NOW);
    const second = await make('Bob', 'admin');
    expect(await find(first)).toBeNull();
    expect(await find(second)).toMatchObject({ role: 'admin' });
  });

  it('of nobody, of another case or with a character more is nobody’s', async () => {
    const token = await make('Cid');
    for (const wrong of [
      '',
      'mk_',
      `${token}x`,
      token.slice(0, -1),
      token.replace('mk_', 'MK_'),
      `mk_${'a'.repeat(43)}`,
    ]) {
      expect(await find(wrong), wrong).toBeNull();
    }
    await expect(revokeToken(database.pools.app, 'Nobody', NOW)).rejects.toThrow('token_unknown');
  });

  it('cannot be read by the agents', async () => {
    await expect(database.pools.agent.query('select * from api_token')).rejects.toThrow('permission denied');
    await expect(database.pools.agent.query('select * from session_key')).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('a sign-in link', () => {
  it('is spent once, by one of many who click at once', async () => {
    const link = await createSignInLink(database.pools.app, { name: 'Ann', role: 'admin', now: NOW });
    const clicks = await Promise.all(
      Array.from({ length: 8 }, () => spendSignInLink(database.pools.app, link, NOW)),
    );
    expect(clicks.filter((click) => click !== null)).toEqual([
      { name: 'Ann', role: 'admin', kind: 'session' },
    ]);
  });
});
