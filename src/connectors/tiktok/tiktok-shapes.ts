import { z } from 'zod';
import type { ObservedProfile } from '../../domain/vetting/profile/observed-profile.ts';
import { SaidCount } from '../http/said-count.ts';

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** A user as both interfaces describe one; each gives what it was asked for and allowed to. */
export const TiktokUser = z.looseObject({
  /** Of the Display API alone. */
  username: Text,
  bio_description: Text,
  avatar_url: z.string().nullish(),
  follower_count: SaidCount,
  following_count: SaidCount,
  likes_count: SaidCount,
  video_count: SaidCount,
});
export type TiktokUser = z.infer<typeof TiktokUser>;

/** A video as both interfaces describe one; `title` is the Display API's. */
export const TiktokVideo = z.looseObject({
  title: Text,
  video_description: Text,
  /** Seconds since 1970. */
  create_time: SaidCount,
  like_count: SaidCount,
  comment_count: SaidCount,
  view_count: SaidCount,
});
export type TiktokVideo = z.infer<typeof TiktokVideo>;

/** As many as an engagement rate is of. */
export const VIDEOS = 12;
export const USER_STATS = 'follower_count,following_count,likes_count,video_count';

/** A user's figures and newest videos as vetting holds them against what was claimed. */
export function profileOf(
  user: TiktokUser,
  videos: readonly TiktokVideo[],
  { handle, source, observedAt }: Pick<ObservedProfile, 'handle' | 'source' | 'observedAt'>,
): ObservedProfile {
  const newest = [...videos].sort((a, b) => (b.create_time ?? 0) - (a.create_time ?? 0)).slice(0, VIDEOS);
  return {
    ...{ state: 'found', platform: 'tiktok', handle, source, observedAt },
    bio: user.bio_description.slice(0, 10_000),
    followers: user.follower_count,
    following: user.following_count,
    posts: user.video_count,
    totalLikes: user.likes_count,
    totalViews: null,
    hasPicture: typeof user.avatar_url === 'string' ? true : null,
    recent: newest.map((video) => ({
      text: [...new Set([video.title, video.video_description])].join('\n').trim().slice(0, 10_000),
      likes: video.like_count,
      comments: video.comment_count,
      views: video.view_count,
    })),
  };
}
