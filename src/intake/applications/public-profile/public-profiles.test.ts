import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Page, type Site, startSite } from '../../../connectors/web/testing/site-farm.ts';
import { testReader } from '../../../connectors/web/testing/test-reader.ts';
import type { ObservedProfile } from '../../../domain/vetting/profile/observed-profile.ts';
import { publicProfiles } from './public-profiles.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const fixture = (name: string): Page =>
  readFileSync(new URL(`./fixtures/${name}.html`, import.meta.url), 'utf8');
let robots = '';
let site: Site;
beforeAll(async () => {
  site = await startSite({
    '/robots.txt': (_request, response) => void response.end(robots),
    '/maya.at.home/': fixture('instagram'),
    '/@maya': fixture('youtube'),
    '/@maya.moves': fixture('tiktok'),
    '/wall/': fixture('wall'),
  });
});
beforeEach(() => {
  robots = '';
  site.asked.length = 0;
});
afterAll(() => site.close());

function read(platform: ObservedProfile['platform'], handle: string): Promise<ObservedProfile> {
  const reader = publicProfiles({
    openWeb: () => testReader([site]),
    now: () => NOW,
    origins: { instagram: site.origin, youtube: site.origin, tiktok: site.origin },
  }).find((each) => each.platform === platform);
  if (reader === undefined) throw new Error(`nobody reads ${platform}`);
  return reader.read(handle);
}

it('reads what a page’s OpenGraph says of followers, and nothing of what it shows below', async () => {
  expect(await read('instagram', '@maya.at.home')).toMatchObject({
    state: 'found',
    source: 'public profile page',
    observedAt: NOW.toISOString(),
    followers: 12_000,
    following: 300,
    posts: 80,
    hasPicture: true,
  });
});

it('reads a channel’s subscribers and a profile’s JSON-LD', async () => {
  expect(await read('youtube', 'maya')).toMatchObject({ followers: 12_300, posts: 240, totalViews: null });
  expect(await read('tiktok', 'maya.moves')).toMatchObject({
    followers: 45_200,
    following: null,
    posts: 61,
    bio: 'Dances in kitchens.',
  });
});

it('calls a profile gone only where the page is', async () => {
  expect(await read('instagram', 'nobody')).toMatchObject({ state: 'gone', followers: null });
  await expect(read('instagram', 'wall')).rejects.toMatchObject({ code: 'system_answer_unusable' });
});

it('asks for no profile that robots.txt forbids', async () => {
  robots = 'User-agent: *\nDisallow: /';
  await expect(read('instagram', 'maya.at.home')).rejects.toMatchObject({ code: 'system_unreachable' });
  expect(site.asked).toEqual(['GET /robots.txt']);
});

it('asks for nothing under a handle that is no path', async () => {
  await expect(read('instagram', '../admin?x=1')).rejects.toMatchObject({ code: 'system_answer_unusable' });
  expect(site.asked).toEqual([]);
});
