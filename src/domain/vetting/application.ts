import { z } from 'zod';

export const PLATFORMS = ['instagram', 'tiktok', 'youtube', 'blog', 'other'] as const;
export const Platform = z.enum(PLATFORMS);
export type Platform = z.infer<typeof Platform>;

/** How much of an application is read; what is longer is cut and said to be. */
export const APPLICATION_LIMITS = {
  idCharacters: 200,
  wordCharacters: 200,
  textCharacters: 10_000,
  posts: 100,
  figures: 100,
  comments: 200,
  commentCharacters: 500,
  imageCharacters: 12_000_000,
  count: 100_000_000_000,
} as const;

const Count = z.number().min(0).max(APPLICATION_LIMITS.count);
const Text = z.string().max(APPLICATION_LIMITS.textCharacters);
const Word = z.string().max(APPLICATION_LIMITS.wordCharacters);

/** A profile's figures; null where nobody told them. */
export const Stats = z.strictObject({
  followers: Count.nullable(),
  subscribers: Count.nullable(),
  following: Count.nullable(),
  posts: Count.nullable(),
  totalLikes: Count.nullable(),
  totalVideos: Count.nullable(),
  totalViews: Count.nullable(),
  /** Newest first. */
  lastLikes: z.array(Count),
  lastComments: z.array(Count),
  /** By day, oldest first. */
  followerHistory: z.array(Count),
  isPrivate: z.boolean().nullable(),
  hasPicture: z.boolean().nullable(),
  isVerified: z.boolean().nullable(),
  bioLength: Count.nullable(),
  usernameDigits: Count.nullable(),
  usernameLength: Count.nullable(),
});
export type Stats = z.infer<typeof Stats>;

export const Post = z.strictObject({
  text: Text,
  likes: Count.nullable(),
  comments: Count.nullable(),
  views: Count.nullable(),
  /** What strangers wrote below it, where the application says. */
  commentTexts: z.array(z.string().max(APPLICATION_LIMITS.commentCharacters)),
  /** A path, an address or the picture itself; never fetched here. */
  image: z.string().max(APPLICATION_LIMITS.imageCharacters).nullable(),
});
export type Post = z.infer<typeof Post>;

/** A figure that an application claims of itself, by name. */
export const ClaimedFigures = z.strictObject({
  followers: Count.nullable(),
  /** Fraction, 0.034 is 3.4 %. */
  engagementRate: z.number().min(0).max(100).nullable(),
  views: Count.nullable(),
});
export type ClaimedFigures = z.infer<typeof ClaimedFigures>;

/** One application as vetting reads it: everything but `id` may be null or empty. */
export const Application = z.strictObject({
  id: z.string().min(1).max(APPLICATION_LIMITS.idCharacters),
  platform: Platform.nullable(),
  handle: Word.nullable(),
  /** ISO 639-1, lower case, as the application says. */
  language: Word.nullable(),
  /** ISO 3166-1 alpha-2 in capitals where it can be told, else as written. */
  region: Word.nullable(),
  bio: Text,
  claimed: Text,
  claimedFigures: ClaimedFigures,
  pitch: Text,
  stats: Stats,
  posts: z.array(Post).max(APPLICATION_LIMITS.posts),
  /** What strangers wrote below posts, where the application says so apart from them. */
  commentTexts: z.array(z.string().max(APPLICATION_LIMITS.commentCharacters)),
  /** Whoever looked at the profile found none. */
  isGone: z.boolean(),
});
export type Application = z.infer<typeof Application>;

/** Something in an application that cannot be as it stands. */
export interface Problem {
  /**
   * `impossible`: no profile has such a figure, so it was left out. `contradictory`: two figures cannot both be right.
   * `unreadable`: of the wrong kind. `cut`: longer than is read.
   */
  readonly kind: 'impossible' | 'contradictory' | 'unreadable' | 'cut';
  readonly sentence: string;
}
