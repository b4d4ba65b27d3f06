import type { Application } from '../application.ts';
import { mean } from '../engagement-rate.ts';
import type { Finding, VettingFlag } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

interface Sign {
  readonly words: string;
  /** Speaks of the audience itself, not only of the account; at least one such is needed. */
  readonly isOfAudience: boolean;
}

const LIKES_ALIKE_SPREAD = 0.03;
const LIKES_ALIKE_POSTS = 8;

/** An audience that looks bought: several independent signs at once. @param found - flags that other rules raised. */
export function fakeFollowers(
  application: Application,
  found: ReadonlySet<VettingFlag>,
  policy: VettingPolicy,
): Finding[] {
  if (found.has('fake_account')) return [];
  const signs = signsOf(application, found, policy);
  if (signs.length < policy.fakeSignsNeeded || !signs.some(({ isOfAudience }) => isOfAudience)) return [];
  return [
    {
      flag: 'fake_followers',
      sentence: `The audience looks bought: ${signs.map(({ words }) => words).join('; ')}.`,
    },
  ];
}

function signsOf(
  { stats, posts, handle }: Application,
  found: ReadonlySet<VettingFlag>,
  policy: VettingPolicy,
): Sign[] {
  const followers = stats.followers ?? stats.subscribers;
  const count = stats.posts ?? stats.totalVideos;
  const digits = stats.usernameDigits ?? handle?.match(/\d/gu)?.length ?? 0;
  const likes =
    stats.lastLikes.length > 0
      ? stats.lastLikes
      : posts.flatMap((post) => (post.likes === null ? [] : [post.likes]));
  const comments =
    stats.lastComments.length > 0
      ? stats.lastComments
      : posts.flatMap((post) => (post.comments === null ? [] : [post.comments]));
  const signs: Sign[] = [];
  const add = (holds: boolean, words: string, isOfAudience: boolean): void => {
    if (holds) signs.push({ words, isOfAudience });
  };
  add(found.has('engagement_anomaly_low'), 'hardly anybody reacts', true);
  add(found.has('follower_spike'), 'followers came in a jump', true);
  add(found.has('comment_spam'), 'comments are spam', true);
  add(
    followers !== null &&
      (stats.following ?? 0) > policy.followingMax &&
      (stats.following ?? 0) > followers * policy.followingShareMax,
    `it follows ${stats.following} accounts to be followed back`,
    true,
  );
  add(
    followers !== null && followers >= policy.fewPostsFollowers && count !== null && count < policy.fewPosts,
    `${count} posts for so many followers`,
    true,
  );
  const likesMean = mean(likes);
  const commentsMean = mean(comments);
  add(
    likesMean !== null &&
      commentsMean !== null &&
      likesMean >= policy.likesForCommentRatio &&
      commentsMean / likesMean < policy.commentsPerLikeLow,
    'likes come without comments',
    true,
  );
  add(areAlike(likes), 'every post has nearly the same number of likes', true);
  add(digits >= policy.handleDigits, `${digits} digits in the handle`, false);
  add(stats.hasPicture === false, 'no profile picture', false);
  return signs;
}

function areAlike(likes: readonly number[]): boolean {
  const middle = mean(likes);
  if (likes.length < LIKES_ALIKE_POSTS || middle === null || middle < 100) return false;
  const spread = Math.sqrt(mean(likes.map((count) => (count - middle) ** 2)) ?? 0);
  return spread / middle < LIKES_ALIKE_SPREAD;
}
