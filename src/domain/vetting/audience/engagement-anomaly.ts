import type { Application } from '../application.ts';
import type { Engagement } from '../engagement-rate.ts';
import type { Finding } from '../flag.ts';
import { percentWords } from '../percent-words.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

/** A rate that no honest audience has, in either direction; and likes above views, which cannot be. */
export function engagementAnomaly(
  application: Application,
  engagement: Engagement | null,
  policy: VettingPolicy,
): Finding[] {
  const overLiked = application.posts.filter(
    ({ likes, views }) => views !== null && likes !== null && likes > views,
  );
  if (overLiked.length > 0)
    return [
      {
        flag: 'engagement_anomaly_high',
        sentence: `${overLiked.length} of the posts have more likes than views.`,
      },
    ];
  if (engagement === null) return [];
  const { low, high } = boundsOf(application, engagement, policy);
  const said = `The engagement rate is ${percentWords(engagement.rate)} of ${engagement.denominator} (${engagement.how})`;
  if (engagement.rate < low)
    return [
      {
        flag: 'engagement_anomaly_low',
        sentence: `${said}, below ${percentWords(low)}: the audience does not react.`,
      },
    ];
  if (engagement.rate > high)
    return [
      {
        flag: 'engagement_anomaly_high',
        sentence: `${said}, above ${percentWords(high)}: more than people give.`,
      },
    ];
  return [];
}

function boundsOf(
  { platform, stats }: Application,
  { denominator }: Engagement,
  policy: VettingPolicy,
): { low: number; high: number } {
  if (denominator === 'views') return policy.anomalyViews;
  if (platform === 'youtube') return policy.anomalySubscribers;
  if (platform === 'tiktok') return policy.anomalyTiktok;
  const isSmall = (stats.followers ?? 0) < policy.anomalySmallFollowers;
  return {
    low: policy.anomalyInstagram.low,
    high: isSmall ? policy.anomalySmallHigh : policy.anomalyInstagram.high,
  };
}
