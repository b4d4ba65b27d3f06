import type { Application, Post } from './application.ts';

export interface Engagement {
  /** Fraction: 0.034 is 3.4 %. Views ÷ subscribers may exceed 1. */
  readonly rate: number;
  readonly denominator: 'followers' | 'views' | 'subscribers';
  /** What was divided by what, for people. */
  readonly how: string;
}

/**
 * How much people react to a profile, with the denominator named.
 *
 * Instagram: mean likes plus mean comments of the newest posts ÷ followers. TikTok: likes plus comments ÷ views of the
 * posts, or without views total likes ÷ videos ÷ followers. YouTube: total views ÷ videos ÷ subscribers, or likes plus
 * comments ÷ views of the posts. Other platforms as Instagram.
 *
 * @param postsForRate - how many of the newest posts count on Instagram.
 * @returns null when nothing can be computed: no figures, or nothing to divide by.
 */
export function engagementRate(application: Application, postsForRate: number): Engagement | null {
  switch (application.platform) {
    case 'tiktok':
      return ofViews(application) ?? ofTotalLikes(application) ?? ofLatest(application, postsForRate);
    case 'youtube':
      return ofSubscribers(application) ?? ofViews(application) ?? ofLatest(application, postsForRate);
    case 'instagram':
    case 'blog':
    case 'other':
    case null:
      return ofLatest(application, postsForRate) ?? ofTotalLikes(application) ?? ofViews(application);
    default:
      return application.platform satisfies never;
  }
}

function ofLatest({ stats, posts, platform }: Application, postsForRate: number): Engagement | null {
  const isChannel = platform === 'youtube' && stats.subscribers !== null;
  const followers = isChannel ? stats.subscribers : (stats.followers ?? stats.subscribers);
  const likes = latest(stats.lastLikes, posts, ({ likes }) => likes, postsForRate);
  const comments = latest(stats.lastComments, posts, ({ comments }) => comments, postsForRate);
  const reactions = mean(likes);
  if (followers === null || followers === 0 || reactions === null) return null;
  return {
    rate: (reactions + (mean(comments) ?? 0)) / followers,
    denominator: isChannel ? 'subscribers' : 'followers',
    how: `mean likes of ${likes.length} posts plus mean comments of ${comments.length}, ÷ ${isChannel ? 'subscribers' : 'followers'}`,
  };
}

function ofTotalLikes({ stats, platform }: Application): Engagement | null {
  const videos = stats.totalVideos ?? stats.posts;
  const { totalLikes, totalViews, followers } = stats;
  if (totalLikes === null) return null;
  if (platform === 'tiktok' && totalViews !== null && totalViews > 0)
    return { rate: totalLikes / totalViews, denominator: 'views', how: 'total likes ÷ total views' };
  if (videos === null || videos === 0 || followers === null || followers === 0) return null;
  return {
    rate: totalLikes / videos / followers,
    denominator: 'followers',
    how: 'total likes ÷ videos ÷ followers',
  };
}

function ofSubscribers({ stats }: Application): Engagement | null {
  const { totalViews, totalVideos } = stats;
  const subscribers = stats.subscribers ?? stats.followers;
  if (totalViews === null || !totalVideos || !subscribers) return null;
  return {
    rate: totalViews / totalVideos / subscribers,
    denominator: 'subscribers',
    how: 'total views ÷ videos ÷ subscribers',
  };
}

function ofViews({ posts }: Application): Engagement | null {
  const seen = posts.filter(({ views, likes }) => views !== null && views > 0 && likes !== null);
  const views = sum(seen, ({ views }) => views);
  if (views === 0) return null;
  return {
    rate: (sum(seen, ({ likes }) => likes) + sum(seen, ({ comments }) => comments)) / views,
    denominator: 'views',
    how: `likes plus comments ÷ views of ${seen.length} posts`,
  };
}

/** The profile's own list where there is one, else what its posts show. */
function latest(
  list: readonly number[],
  posts: readonly Post[],
  figure: (post: Post) => number | null,
  most: number,
): readonly number[] {
  if (list.length > 0) return list.slice(0, most);
  return posts
    .slice(0, most)
    .map(figure)
    .filter((value) => value !== null);
}

const sum = (posts: readonly Post[], figure: (post: Post) => number | null): number =>
  posts.reduce((total, post) => total + (figure(post) ?? 0), 0);

/** Null for no figures. */
export function mean(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0) / figures.length;
}
