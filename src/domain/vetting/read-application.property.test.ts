import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApplication } from './read-application.ts';
import { vetBatch } from './vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from './vetting-policy.ts';
import { Vetting } from './vetting-result.ts';

const context = { policy: VETTING_POLICY_DEFAULTS, now: new Date('2026-11-20T09:00:00Z') };
const figure = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom('NaN', '-5', '1e400', '12k', '', null, true, Number.NaN, Number.NEGATIVE_INFINITY),
  fc.jsonValue(),
);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.jsonValue());
const application = fc.record(
  {
    id: fc.oneof(fc.string({ minLength: 1 }), fc.integer()),
    platform: fc.oneof(fc.constantFrom('instagram', 'tiktok', 'youtube', 'blog'), fc.jsonValue()),
    handle: text,
    language: text,
    region: text,
    bio: text,
    claimed: fc.oneof(text, figure),
    pitch: text,
    stats: fc.oneof(
      fc.record(
        {
          followers: figure,
          subscribers: figure,
          following: figure,
          posts: figure,
          total_likes: figure,
          total_videos: figure,
          total_views: figure,
          last_likes: fc.oneof(fc.array(figure), fc.jsonValue()),
          last_comments: fc.oneof(fc.array(figure), fc.jsonValue()),
          private: figure,
        },
        { requiredKeys: [] },
      ),
      fc.jsonValue(),
    ),
    posts: fc.oneof(
      fc.array(
        fc.record(
          { text, likes: figure, comments: figure, views: figure, image: text },
          { requiredKeys: [] },
        ),
        {
          maxLength: 5,
        },
      ),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: ['id'] },
);

const vetted = (value: unknown): Vetting | null => {
  const read = readApplication(value);
  if ('error' in read) return null;
  const [vetting] = vetBatch([read], context);
  return Vetting.parse(vetting);
};

describe('any JSON', () => {
  it('is vetted or named as unreadable, and never stops the run', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void vetted(value)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(application, (value) => {
        const vetting = vetted(value);
        expect(vetting === null || Number.isFinite(vetting.engagementRate ?? 0)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is never accepted with a figure below zero', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'followers',
          'following',
          'posts',
          'total_likes',
          'total_videos',
          'total_views',
          'subscribers',
        ),
        fc.double({ max: -Number.MIN_VALUE, noNaN: true }),
        (field, value) => {
          const vetting = vetted({
            id: 'a',
            platform: 'instagram',
            handle: 'linden.house',
            bio: 'Small flat, big plants',
            stats: {
              followers: 5_000,
              following: 300,
              posts: 200,
              last_likes: [200],
              last_comments: [9],
              [field]: value,
            },
          });
          expect(vetting?.decision).not.toBe('accept');
          expect(vetting?.reasons.join(' ')).toContain('cannot be');
        },
      ),
    );
  });
});
