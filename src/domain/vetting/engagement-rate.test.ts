import { describe, expect, it } from 'vitest';
import { engagementRate } from './engagement-rate.ts';
import { readApplication } from './read-application.ts';

function rateOf(value: Record<string, unknown>) {
  const read = readApplication({ id: 'a', ...value });
  if ('error' in read) throw new Error(read.error.message);
  const engagement = engagementRate(read.application, 12);
  return engagement === null ? null : [Number(engagement.rate.toFixed(6)), engagement.denominator];
}

describe('engagementRate', () => {
  it('takes the newest twelve posts of an Instagram profile, ÷ followers', () => {
    const last_likes = [...Array<number>(12).fill(100), 9_999];
    const last_comments = [...Array<number>(12).fill(20), 9_999];
    expect(rateOf({ platform: 'instagram', stats: { followers: 2_000, last_likes, last_comments } })).toEqual(
      [0.06, 'followers'],
    );
  });

  it('takes the posts where an Instagram profile has no lists', () => {
    const posts = [
      { text: 'a', likes: 30, comments: 2 },
      { text: 'b', likes: 50, comments: 6 },
    ];
    expect(rateOf({ platform: 'instagram', stats: { followers: 1_000 }, posts })).toEqual([
      0.044,
      'followers',
    ]);
  });

  it('divides by views on TikTok, and without views by videos and followers', () => {
    const posts = [
      { likes: 90, comments: 10, views: 1_000 },
      { likes: 10, comments: 0, views: 1_000 },
    ];
    const stats = { followers: 10_000, total_likes: 500_000, total_videos: 100 };
    expect(rateOf({ platform: 'tiktok', stats, posts })).toEqual([0.055, 'views']);
    expect(rateOf({ platform: 'tiktok', stats })).toEqual([0.5, 'followers']);
  });

  it('divides views by videos and subscribers on YouTube', () => {
    expect(
      rateOf({
        platform: 'youtube',
        stats: { subscribers: 20_000, total_views: 400_000, total_videos: 100 },
      }),
    ).toEqual([0.2, 'subscribers']);
  });

  it.each([
    ['no figures', {}],
    ['no followers', { followers: 0, last_likes: [5] }],
    ['no videos', { subscribers: 5, total_views: 10, total_videos: 0 }],
  ])('is null, not zero, with %s', (_, stats) => {
    for (const platform of ['instagram', 'tiktok', 'youtube', 'blog'])
      expect(rateOf({ platform, stats })).toBeNull();
  });
});
