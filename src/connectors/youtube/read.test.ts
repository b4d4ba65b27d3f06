import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeServer, startFakeServer } from '../http/testing/fake-server.ts';
import { madeUpSurroundings } from '../http/testing/made-up-surroundings.ts';
import channel from './fixtures/channel.json' with { type: 'json' };
import { youtubeProfiles } from './read.ts';

const VIDEOS = 14;
const surroundings = madeUpSurroundings();
let server: FakeServer;

/** Answers as the vendor's pages describe; the channel in the fixture is written from them. */
beforeEach(async () => {
  server = await startFakeServer({
    windows: [{ calls: 10_000, seconds: 86_400 }],
    nowMs: surroundings.nowMs,
    answer({ path, query, headers }) {
      if (headers['x-goog-api-key'] !== 'key') return { status: 400, body: { error: { code: 400 } } };
      if (path === '/youtube/v3/channels')
        return { status: 200, body: query.get('forHandle') === '@smallrooms' ? channel : { items: [] } };
      if (path === '/youtube/v3/playlistItems') {
        const from = query.get('pageToken') === 'next' ? 8 : 0;
        const items = Array.from({ length: from === 0 ? 8 : VIDEOS - 8 }, (_, at) => ({
          contentDetails: { videoId: `video${from + at}` },
        }));
        return { status: 200, body: { items, ...(from === 0 ? { nextPageToken: 'next' } : {}) } };
      }
      const ids = (query.get('id') ?? '').split(',');
      return {
        status: 200,
        body: {
          items: ids.map((id, at) => ({
            id,
            snippet: { title: `A room, ${id}`, description: '' },
            statistics: { viewCount: '21000', likeCount: String(900 + at), commentCount: '41' },
          })),
        },
      };
    },
  });
});
afterEach(() => server.close());
const reader = () => youtubeProfiles({ apiKey: 'key', baseUrl: server.baseUrl }, { surroundings });

describe('youtubeProfiles', () => {
  it('reads a channel and its newest dozen videos over the pages of its uploads', async () => {
    const profile = await reader().read('@smallrooms');
    expect(profile).toMatchObject({ state: 'found', followers: 48_200, posts: 212, totalViews: 5_310_000 });
    expect(profile.recent).toHaveLength(12);
    expect(profile.recent[0]).toEqual({ text: 'A room, video0', likes: 900, comments: 41, views: 21_000 });
    expect(server.requests).toHaveLength(4);
    expect(server.requests.some(({ path, query }) => `${path}${query}`.includes('key'))).toBe(false);
  });

  it('says that a channel is gone', async () => {
    expect(await reader().read('nobody')).toMatchObject({ state: 'gone', followers: null, recent: [] });
  });

  it('tells a used-up quota from a key that is not accepted', async () => {
    const quota = { error: { code: 403, errors: [{ reason: 'quotaExceeded' }] } };
    server.failNext([{ status: 403, body: quota }]);
    await expect(reader().read('smallrooms')).rejects.toThrow('system_busy');
    server.failNext([{ status: 403, body: { error: { errors: [{ reason: 'forbidden' }] } } }]);
    await expect(reader().read('smallrooms')).rejects.toThrow('system_sign_in_refused');
  });

  it('waits out a 429, and names an answer of another shape', async () => {
    server.failNext([{ status: 429, headers: { 'retry-after': '2' }, body: {} }]);
    expect(await reader().read('smallrooms')).toMatchObject({ state: 'found' });
    server.failNext([{ status: 200, body: { items: [{ snippet: 5 }] } }]);
    await expect(reader().read('smallrooms')).rejects.toThrow('system_answer_unusable');
  });
});
