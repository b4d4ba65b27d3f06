import { APPLICATION_LIMITS, type Application } from '../application.ts';
import type { ObservedProfile } from './observed-profile.ts';

/** Less than this between what is said and what is seen is counting at another moment. */
const SAME_SHARE = 0.01;

/**
 * An application with what its platform says in place of what the applicant gave. A figure given that is more than one in
 * a hundred away from the one observed becomes a claim, which the rules on claims then judge.
 */
export function withObserved(application: Application, observed: ObservedProfile): Application {
  if (observed.state === 'gone') return { ...application, isGone: true };
  const { stats, claimedFigures, posts } = application;
  const given = stats.followers ?? stats.subscribers;
  const isOther =
    given !== null &&
    observed.followers !== null &&
    Math.abs(given - observed.followers) > SAME_SHARE * Math.max(1, observed.followers);
  const seen =
    observed.platform === 'youtube' ? { subscribers: observed.followers } : { followers: observed.followers };
  const known = Object.fromEntries(
    Object.entries({
      ...seen,
      following: observed.following,
      posts: observed.posts,
      totalVideos: observed.platform === 'instagram' ? null : observed.posts,
      totalLikes: observed.totalLikes ?? null,
      totalViews: observed.totalViews,
      hasPicture: observed.hasPicture,
    }).filter(([, value]) => value !== null),
  );
  const likes = observed.recent.flatMap((post) => post.likes ?? []);
  const comments = observed.recent.flatMap((post) => post.comments ?? []);
  return {
    ...application,
    bio: application.bio === '' ? observed.bio.slice(0, APPLICATION_LIMITS.textCharacters) : application.bio,
    claimedFigures: {
      ...claimedFigures,
      followers: claimedFigures.followers ?? (isOther ? given : null),
    },
    stats: {
      ...stats,
      ...known,
      lastLikes: likes.length > 0 ? likes : stats.lastLikes,
      lastComments: comments.length > 0 ? comments : stats.lastComments,
    },
    posts: postsOf(posts, observed),
  };
}

/**
 * The applicant's posts keep their words. Where the platform counts views, a rate is of its own posts alone, so what the
 * applicant says of theirs no longer counts.
 */
function postsOf(
  posts: Application['posts'],
  { recent }: Pick<ObservedProfile, 'recent'>,
): Application['posts'] {
  if (recent.length === 0) return posts;
  const hasWords = posts.some(({ text }) => text !== '');
  const observed = recent.map((post, at) => ({
    ...post,
    commentTexts: [],
    image: hasWords ? null : (posts[at]?.image ?? null),
  }));
  if (!hasWords) return observed;
  if (recent.every(({ views }) => views === null)) return posts;
  const given = posts.map((post) => ({ ...post, likes: null, comments: null, views: null }));
  return [...observed, ...given].slice(0, APPLICATION_LIMITS.posts);
}
