import type { Application } from '../application.ts';

/**
 * How much each sign of a false account weighs, and where an unknown one is put.
 *
 * Learnt by logistic regression on half of 200 fake and 994 real Instagram accounts (balanced) and rounded; only the
 * missing picture was raised by hand, since that data knew few accounts without one. Logarithms and shares with bounds,
 * so that no figure of one platform alone decides. `evals/vetting/measure-accounts.ts` measures the other half.
 */
const SIGNS = {
  /** log10 of (following + 1) ÷ (followers + 1), in [-1, 2.5]. */
  followingRatio: { weight: 2.5, usual: 0.05 },
  /** log10 of posts + 1, in [0, 2.5]. */
  posts: { weight: -1.3, usual: 1.5 },
  /** log10 of followers + 1, in [0, 4]. */
  followers: { weight: -1.3, usual: 2.5 },
  noPicture: { weight: 1.2, usual: 0 },
  noBio: { weight: 0.3, usual: 0 },
  /** Digits in the handle ÷ 5, at most 1. */
  digits: { weight: 0.9, usual: 0 },
} as const;
const ALWAYS = 1.9;
const KNOWN_MIN = 3;

type SignName = keyof typeof SIGNS;

/**
 * Chance that an account is nobody's: registered to follow, like and sell, not to post.
 *
 * Rests on figures alone. Whether it is private tells nothing that carries over from one platform to the next.
 *
 * @returns in [0, 1]; null when followers are unknown or fewer than three signs are known.
 */
export function fakeChance(application: Application): number | null {
  const known = signsOf(application);
  const names = Object.keys(SIGNS) as SignName[];
  if (known.followers === null || names.filter((name) => known[name] !== null).length < KNOWN_MIN)
    return null;
  const score = names.reduce(
    (sum, name) => sum + SIGNS[name].weight * (known[name] ?? SIGNS[name].usual),
    ALWAYS,
  );
  return 1 / (1 + Math.exp(-score));
}

function signsOf({ stats, handle, bio }: Application): Record<SignName, number | null> {
  const followers = stats.followers ?? stats.subscribers;
  const posts = stats.posts ?? stats.totalVideos;
  const digits = stats.usernameDigits ?? (handle === null ? null : (handle.match(/\d/gu)?.length ?? 0));
  const bioLength = stats.bioLength ?? (bio === '' ? null : bio.length);
  return {
    followingRatio:
      followers === null || stats.following === null
        ? null
        : within(Math.log10((stats.following + 1) / (followers + 1)), -1, 2.5),
    posts: posts === null ? null : within(Math.log10(posts + 1), 0, 2.5),
    followers: followers === null ? null : within(Math.log10(followers + 1), 0, 4),
    noPicture: stats.hasPicture === null ? null : stats.hasPicture ? 0 : 1,
    noBio: bioLength === null ? null : bioLength === 0 ? 1 : 0,
    digits: digits === null ? null : Math.min(5, digits) / 5,
  };
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
