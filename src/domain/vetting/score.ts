import type { Application } from './application.ts';
import { DECLINING_FLAGS, SILENT_FLAGS } from './decide.ts';
import type { Engagement } from './engagement-rate.ts';
import type { VettingFlag } from './flag.ts';
import type { SiteFacts } from './site/site-facts.ts';
import type { Benchmark, ScorePart } from './vetting-result.ts';

const FLAG_COST = 10;
const MOST = { engagement: 35, audience: 35, fit: 20, figures: 10 } as const;
/** Of the points that the parts add up to, where a flag declines. */
const DECLINED_SHARE = 0.3;
/** Of the points for engagement, where there is no rate or no table to hold it against. */
const UNKNOWN_SHARE = 0.5;
/** Of problem solving, from which on a site's pages take nothing away. */
const HELPFUL = 0.5;

/** What is known when the points are given. */
export interface Judged {
  readonly benchmark: Benchmark | null;
  readonly flags: readonly VettingFlag[];
  readonly fakeChance: number | null;
  /** Null when no site was read. */
  readonly site: SiteFacts | null;
}

/** 0 to 100, as parts that add up (of which the declined keep a share); a false account takes all of them down with its chance. */
export function scoreOf(
  application: Application,
  engagement: Engagement | null,
  { benchmark, flags, fakeChance, site }: Judged,
): { readonly score: number; readonly parts: ScorePart[] } {
  const cost = flags.filter((flag) => !SILENT_FLAGS.has(flag)).length * FLAG_COST;
  const real = 1 - (fakeChance ?? 0);
  const shares: Record<keyof typeof MOST, number> = {
    engagement: engagementShare(engagement, benchmark) * real,
    audience: (fakeChance === null ? 0.7 : 1) * real,
    fit: Math.max(0, 1 - cost / MOST.fit) * siteShare(site) * real,
    figures: knownShare(application) * real,
  };
  const parts = (Object.keys(MOST) as (keyof typeof MOST)[]).map((name) => ({
    name,
    points: rounded(MOST[name] * shares[name]),
    of: MOST[name],
  }));
  const sum = parts.reduce((total, { points }) => total + points, 0);
  // A share, not a ceiling: among the declined the order still tells.
  const share = flags.some((flag) => DECLINING_FLAGS.has(flag)) ? DECLINED_SHARE : 1;
  return { score: rounded(Math.min(100, sum * share)), parts };
}

/**
 * How much there was to judge by, in [0, 1].
 *
 * @param problemsCount - things in the application that could not be as they stood, or could not be read.
 * @param sitePages - pages of its site that were read; they count like posts.
 */
export function confidenceOf(
  application: Application,
  engagement: Engagement | null,
  problemsCount: number,
  sitePages = 0,
): number {
  const { bio, pitch, posts, claimed } = application;
  const hasWords = `${bio}${pitch}${claimed}`.trim().length >= 20 ? 1 : 0;
  const base =
    0.2 +
    0.3 * knownShare(application) +
    0.2 * (engagement === null ? 0 : 1) +
    0.15 * hasWords +
    0.15 * Math.min(1, Math.max(posts.length, sitePages) / 3);
  return rounded(Math.max(0.05, base - 0.1 * problemsCount), 100);
}

function engagementShare(engagement: Engagement | null, benchmark: Benchmark | null): number {
  if (engagement === null || benchmark === null) return UNKNOWN_SHARE;
  const { rate } = engagement;
  if (rate >= benchmark.good) return 1;
  if (rate >= benchmark.average)
    return 0.6 + (0.4 * (rate - benchmark.average)) / Math.max(1e-9, benchmark.good - benchmark.average);
  return (0.6 * rate) / benchmark.average;
}

/** A site that lists codes, helps nobody or sleeps fits less; one that was not read takes nothing away. */
function siteShare(site: SiteFacts | null): number {
  if (site === null || site.state !== 'read') return 1;
  const help = Math.min(1, (site.problemSolving ?? HELPFUL) / HELPFUL);
  return (0.7 + 0.3 * help) * (site.isCouponSite ? 0.5 : 1) * (site.activity === 'dormant' ? 0.8 : 1);
}

function knownShare({ stats, posts }: Application): number {
  const known = [
    stats.followers ?? stats.subscribers,
    stats.following,
    stats.posts ?? stats.totalVideos,
    stats.lastLikes.length > 0 || posts.length > 0 || stats.totalLikes !== null || stats.totalViews !== null
      ? 1
      : null,
    stats.bioLength,
    stats.hasPicture,
  ].filter((figure) => figure !== null).length;
  return known / 6;
}

const rounded = (value: number, steps = 10): number => Math.round(value * steps) / steps;
