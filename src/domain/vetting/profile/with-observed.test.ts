import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../policies.ts';
import { readApplication } from '../read-application.ts';
import { vetApplication } from '../vet-application.ts';
import type { ObservedProfile } from './observed-profile.ts';
import { withObserved } from './with-observed.ts';

const observed: ObservedProfile = {
  state: 'found',
  platform: 'instagram',
  handle: 'maya',
  source: 'Instagram Graph API',
  observedAt: '2026-11-20T09:00:00Z',
  bio: 'Tables.',
  followers: 10_000,
  following: 500,
  posts: 300,
  totalViews: null,
  hasPicture: true,
  recent: [{ text: 'Tea', likes: 400, comments: 20, views: null }],
};
const vetted = (followers: number, profile = observed) => {
  const read = readApplication({ id: 'a', handle: 'maya', platform: 'instagram', stats: { followers } });
  if ('error' in read) throw new Error('unreadable');
  return vetApplication(withObserved(read.application, profile), read.problems, {
    policy: DEFAULT_POLICY.vetting,
    now: new Date('2026-11-20'),
    batch: null,
    look: null,
  });
};

it('reckons with what was observed, whatever the applicant gave', () => {
  expect(vetted(10_050)).toMatchObject({ engagementRate: 0.042, denominator: 'followers' });
  expect(vetted(10_050).flags).not.toContain('claim_mismatch');
});

it('takes a given figure that is far from the observed one for a claim', () => {
  expect(vetted(25_000)).toMatchObject({ engagementRate: 0.042 });
  expect(vetted(25_000).flags).toContain('claim_mismatch');
});

it('calls an applicant unreachable whose profile is gone', () => {
  expect(vetted(10_000, { ...observed, state: 'gone' }).flags).toContain('unreachable');
});

it('reckons a rate of views with the platform’s own videos, not with what the applicant says of theirs', () => {
  const read = readApplication({
    id: 'a',
    handle: 'maya',
    platform: 'tiktok',
    posts: [{ text: 'My best one', likes: 90_000, comments: 900, views: 100_000 }],
  });
  if ('error' in read) throw new Error('unreadable');
  const recent = [{ text: 'Tea', likes: 300, comments: 20, views: 10_000 }];
  const tiktok = { ...observed, platform: 'tiktok', totalLikes: 800_000, recent } as const;
  const merged = withObserved(read.application, tiktok);
  expect(merged.posts.map(({ text, views }) => [text, views])).toEqual([
    ['Tea', 10_000],
    ['My best one', null],
  ]);
  expect(merged.stats).toMatchObject({ totalLikes: 800_000, totalVideos: 300 });
});
