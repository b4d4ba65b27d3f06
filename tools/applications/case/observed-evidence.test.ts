import { expect, it } from 'vitest';
import type { ObservedProfile } from '../../../src/domain/vetting/profile/observed-profile.ts';
import { readApplication } from '../../../src/domain/vetting/read-application.ts';
import { observedEvidence } from './observed-evidence.ts';

const observed: ObservedProfile = {
  state: 'found',
  platform: 'instagram',
  handle: 'maya',
  source: 'Instagram Graph API',
  observedAt: '2026-11-20T09:00:00Z',
  bio: '',
  followers: 10_000,
  following: 300,
  posts: null,
  totalViews: null,
  hasPicture: null,
  recent: [],
};
const shown = (stats: Record<string, number>, profile: ObservedProfile | null = observed) => {
  const read = readApplication({ id: 'a', platform: 'instagram', stats });
  if ('error' in read) throw new Error('unreadable');
  return observedEvidence({ application: read.application, observed: profile });
};

it('puts what was given beside what was seen, a line a figure', () => {
  expect(shown({ followers: 25_000, following: 301, posts: 80 })).toMatchObject([
    {
      label: 'Followers, observed',
      value: 10_000,
      note: expect.stringContaining('25,000, which is 250 % of it'),
    },
    { label: 'Following, observed', value: 300, note: expect.stringContaining('301, which agrees') },
    {
      label: 'Posts, observed',
      value: null,
      note: expect.stringContaining('not told by Instagram Graph API'),
    },
  ]);
});

it('names a profile that is gone, and says nothing where nobody asked', () => {
  expect(shown({}, { ...observed, state: 'gone' })).toMatchObject([{ type: 'note', title: 'Observed' }]);
  expect(shown({ followers: 5 }, null)).toEqual([]);
});
