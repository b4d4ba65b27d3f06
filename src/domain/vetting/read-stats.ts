import type { Stats } from './application.ts';
import type { RecordReader } from './record-reader.ts';

/** Reads a profile's figures by the names of the applications file, and by a few that exports commonly use. */
export function readStats(reader: RecordReader): Stats {
  const stats: Stats = {
    followers: reader.count('followers', 'follower_count', 'followers_count'),
    subscribers: reader.count('subscribers', 'subscriber_count'),
    following: reader.count('following', 'following_count', 'follows'),
    posts: reader.count('posts', 'post_count', 'media_count'),
    totalLikes: reader.count('total_likes'),
    totalVideos: reader.count('total_videos', 'video_count'),
    totalViews: reader.count('total_views'),
    lastLikes: reader.counts('last_likes'),
    lastComments: commentCounts(reader),
    followerHistory: firstList(reader, [
      'follower_history',
      'followers_history',
      'daily_followers',
      'history',
    ]),
    isPrivate: reader.truth('private', 'is_private'),
    hasPicture: reader.truth('profile_picture', 'has_profile_picture'),
    isVerified: reader.truth('verified', 'is_verified'),
    bioLength: reader.count('bio_length'),
    usernameDigits: reader.count('username_digits'),
    usernameLength: reader.count('username_length'),
  };
  sayWhatCannotBe(stats, reader);
  return stats;
}

/** `last_comments` may hold the comments themselves instead of how many there were; those are read elsewhere. */
function commentCounts(reader: RecordReader): number[] {
  const { last_comments: list } = reader.record;
  const holdsTexts =
    Array.isArray(list) &&
    list.some((entry) => typeof entry === 'string' && /\p{L}/u.test(entry) && !/^nan$/iu.test(entry));
  return holdsTexts ? [] : reader.counts('last_comments');
}

function firstList(reader: RecordReader, fields: readonly string[]): number[] {
  const field = fields.find((name) => Array.isArray(reader.record[name]));
  return field === undefined ? [] : reader.counts(field);
}

function sayWhatCannotBe(stats: Stats, reader: RecordReader): void {
  const hasActivity = Math.max(0, ...stats.lastLikes, stats.totalLikes ?? 0) > 0;
  if (stats.followers === 0 && hasActivity)
    reader.problem(
      'contradictory',
      'There are likes and 0 followers, so no rate can be computed and one of the two is wrong.',
    );
  if (stats.totalLikes !== null && stats.totalViews !== null && stats.totalLikes > stats.totalViews)
    reader.problem('contradictory', 'There are more likes than views in total, which cannot be.');
  if (stats.usernameDigits !== null && stats.usernameDigits > 100)
    reader.problem('impossible', 'No handle has so many digits as the figures say.');
  if (stats.totalVideos === 0 && (stats.totalViews ?? 0) > 0)
    reader.problem('contradictory', 'There are views and 0 videos, which cannot be.');
}
