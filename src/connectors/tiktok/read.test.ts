import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import { TiktokCredentials, tiktokProfiles } from './read.ts';
import { type FakeTiktok, failure, startFakeTiktok } from './testing/fake-tiktok.ts';

const DAY = 86_400;
const ALL = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list'];
let clock = madeUpSurroundings();
let tiktok: FakeTiktok;

beforeEach(async () => {
  clock = madeUpSurroundings();
  tiktok = await startFakeTiktok(clock);
  const seconds = Math.floor(clock.nowMs() / 1_000);
  tiktok.users.set('act.maya', { scopes: ALL, user: user('maya.moves', 45_200) });
  tiktok.users.set('act.tom', { scopes: ALL, user: user('tom', 900) });
  tiktok.videos.set('maya.moves', videos(30, seconds, DAY));
});
afterEach(async () => {
  expect(tiktok.exceeded).toEqual([]);
  await tiktok.close();
});

const user = (username: string, followers: number) => ({
  open_id: 'f9dce9a7',
  username,
  display_name: username,
  bio_description: 'Dances in kitchens.',
  avatar_url: 'https://p16.example/a.jpg',
  follower_count: followers,
  following_count: 310,
  likes_count: 812_000,
  video_count: 61,
});
const videos = (count: number, untilSeconds: number, everySeconds: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    create_time: untilSeconds - (at + 1) * everySeconds,
    title: `Kitchen ${at}`,
    video_description: `Kitchen ${at}`,
    like_count: 1_000 + at,
    comment_count: 20,
    view_count: 10_000,
  }));
const reader = (credentials: Record<string, unknown>) =>
  tiktokProfiles(TiktokCredentials.parse({ ...credentials, baseUrl: tiktok.baseUrl }), {
    surroundings: clock,
    attemptsMax: 1,
  });
const display = (...tokens: string[]) => reader({ tokens });
const research = (clientSecret = 'secret') => reader({ research: { clientKey: 'key', clientSecret } });
const paths = () => tiktok.requests.map(({ path }) => path);

describe('accounts that allowed it (Display API)', () => {
  it('reads the figures and the newest dozen videos, over pages', async () => {
    const profile = await display('act.tom', 'act.maya').read('@Maya.Moves');
    expect(profile).toMatchObject({
      state: 'found',
      platform: 'tiktok',
      source: 'TikTok Display API',
      bio: 'Dances in kitchens.',
      followers: 45_200,
      following: 310,
      posts: 61,
      totalLikes: 812_000,
      hasPicture: true,
    });
    expect(profile.recent).toHaveLength(12);
    expect(profile.recent[0]).toEqual({ text: 'Kitchen 0', likes: 1_000, comments: 20, views: 10_000 });
    expect(paths().filter((path) => path === '/v2/video/list/')).toHaveLength(3);
  });

  it('asks once whose each token is', async () => {
    const accounts = display('act.tom', 'act.maya');
    await accounts.read('maya.moves');
    await accounts.read('maya.moves');
    expect(paths().filter((path) => path === '/v2/user/info/')).toHaveLength(3);
  });

  it('calls no account gone that did not allow it, and asks for no handle that is none', async () => {
    const unusable = { code: 'system_answer_unusable' };
    await expect(display('act.maya').read('lena')).rejects.toMatchObject(unusable);
    const before = tiktok.requests.length;
    await expect(display('act.maya').read('../v2/x?y')).rejects.toMatchObject(unusable);
    expect(tiktok.requests).toHaveLength(before);
  });

  it('reads the figures of an account that does not show its videos', async () => {
    tiktok.users.set('act.shy', { scopes: ALL.slice(0, 3), user: user('shy', 700) });
    expect(await display('act.shy').read('shy')).toMatchObject({ followers: 700, recent: [] });
  });

  it('reads others when one token ran out, and says so when none is good', async () => {
    expect(await display('act.old', 'act.maya').read('maya.moves')).toMatchObject({ state: 'found' });
    await expect(display('act.old').read('maya.moves')).rejects.toMatchObject({
      code: 'system_sign_in_refused',
      sentence: expect.stringContaining('run out'),
    });
    tiktok.users.set('act.basic', { scopes: ['user.info.basic'], user: user('maya.moves', 1) });
    await expect(display('act.basic').read('maya.moves')).rejects.toMatchObject({
      code: 'system_sign_in_refused',
      sentence: expect.stringContaining('user.info.stats'),
    });
  });

  it('tells too many calls and a broken service from what it was asked', async () => {
    tiktok.failNext([failure(429, 'rate_limit_exceeded')]);
    await expect(display('act.maya').read('maya.moves')).rejects.toMatchObject({
      code: expect.stringMatching(/system_(?:busy|unreachable)/),
    });
    tiktok.failNext([failure(200, 'rate_limit_exceeded')]);
    await expect(display('act.maya').read('maya.moves')).rejects.toMatchObject({ code: 'system_busy' });
    tiktok.failNext([failure(500, 'internal_error')]);
    await expect(display('act.maya').read('maya.moves')).rejects.toMatchObject({
      code: 'system_unreachable',
    });
    tiktok.failNext([{ status: 200, body: { data: [] } }]);
    await expect(display('act.maya').read('maya.moves')).rejects.toMatchObject({
      code: 'system_answer_unusable',
    });
  });
});

describe('public accounts (Research API)', () => {
  it('reads a public account with a client’s token, which it keeps while it lasts', async () => {
    const accounts = research();
    expect(await accounts.read('maya.moves')).toMatchObject({
      source: 'TikTok Research API',
      followers: 45_200,
      totalLikes: 812_000,
      recent: expect.arrayContaining([{ text: 'Kitchen 0', likes: 1_000, comments: 20, views: 10_000 }]),
    });
    await accounts.read('maya.moves');
    expect(paths().filter((path) => path === '/v2/oauth/token/')).toHaveLength(1);
    clock.advance(7_000_000);
    await accounts.read('maya.moves');
    expect(paths().filter((path) => path === '/v2/oauth/token/')).toHaveLength(2);
  });

  it('looks two months back, a month a question, for who posts seldom', async () => {
    tiktok.videos.set('tom', videos(12, Math.floor(clock.nowMs() / 1_000), 9 * DAY));
    const { recent } = await research().read('tom');
    expect(recent).toHaveLength(6);
    expect(paths().filter((path) => path === '/v2/research/video/query/')).toHaveLength(2);
  });

  it('fetches one more token when its own was taken back', async () => {
    const accounts = research();
    await accounts.read('maya.moves');
    tiktok.clientTokens.clear();
    expect(await accounts.read('maya.moves')).toMatchObject({ state: 'found' });
  });

  it('takes no account for gone of which nothing is told', async () => {
    await expect(research().read('nobody')).rejects.toMatchObject({
      code: 'system_answer_unusable',
      sentence: expect.stringContaining('may not exist, be private'),
    });
  });

  it('says that the client is not known', async () => {
    await expect(research('wrong').read('maya.moves')).rejects.toMatchObject({
      code: 'system_sign_in_refused',
      sentence: expect.stringContaining('client key'),
    });
  });

  it('is asked only about accounts that gave no token', async () => {
    const both = reader({ tokens: ['act.tom'], research: { clientKey: 'key', clientSecret: 'secret' } });
    expect(await both.read('tom')).toMatchObject({ source: 'TikTok Display API' });
    expect(await both.read('maya.moves')).toMatchObject({ source: 'TikTok Research API' });
  });
});

it('takes neither a token nor a client for nothing to connect', () => {
  expect(TiktokCredentials.safeParse({}).success).toBe(false);
});
