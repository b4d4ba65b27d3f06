import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from '../http/testing/fake-server.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import discovery from './fixtures/discovery.json' with { type: 'json' };
import { instagramProfiles } from './read.ts';

const surroundings = madeUpSurroundings();
let server: FakeServer;

/** Answers as the vendor's pages describe; the account in the fixture is written from them. */
beforeEach(async () => {
  server = await startFakeServer({
    windows: [{ calls: 200, seconds: 3_600 }],
    nowMs: surroundings.nowMs,
    answer({ path, query, headers }) {
      if (headers.authorization !== 'Bearer token') return failure(401, 190);
      if (path !== '/v24.0/17841405309211844') return failure(400, 100);
      return query.get('fields')?.includes('username(maya.home){') === true
        ? { status: 200, body: discovery }
        : failure(400, 24, 2_207_013);
    },
  });
});
afterEach(() => server.close());

const failure = (status: number, code: number, subcode = 0) => ({
  status,
  body: { error: { message: 'No.', type: 'OAuthException', code, error_subcode: subcode } },
});
const reader = (accessToken = 'token') =>
  instagramProfiles(
    { accessToken, userId: '17841405309211844', baseUrl: server.baseUrl },
    { surroundings, attemptsMax: 1 },
  );

describe('instagramProfiles', () => {
  it('reads a business account with its newest posts', async () => {
    expect(await reader().read('@Maya.Home')).toMatchObject({
      state: 'found',
      followers: 14_020,
      following: 610,
      posts: 423,
      hasPicture: true,
      recent: [
        { text: 'Sunday table', likes: 520, comments: 31 },
        { text: '', likes: 610 },
      ],
    });
  });

  it('says that an account is gone, and asks for no name that would change the question', async () => {
    expect(await reader().read('nobody')).toMatchObject({ state: 'gone' });
    const before = server.requests.length;
    expect(await reader().read('a){id},name(b')).toMatchObject({ state: 'gone' });
    expect(server.requests).toHaveLength(before);
  });

  it('tells too many calls from a token that is not accepted', async () => {
    server.failNext([failure(400, 4)]);
    await expect(reader().read('maya.home')).rejects.toThrow('system_busy');
    await expect(reader('old').read('maya.home')).rejects.toThrow('system_sign_in_refused');
    server.failNext([{ status: 429, headers: { 'retry-after': '600' }, body: {} }]);
    await expect(reader().read('maya.home')).rejects.toThrow('system_busy');
  });
});
