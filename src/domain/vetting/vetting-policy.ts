import { z } from 'zod';
import { BENCHMARKS } from './benchmarks.ts';

const Share = z.number().min(0).max(1);
const Names = z.array(z.string().min(1).max(200)).max(1_000);
/** Likes plus comments ÷ the named denominator, as a fraction; views ÷ subscribers may exceed 1. */
const Rate = z.number().min(0).max(1_000);

const Tier = z.strictObject({
  name: z.string().min(1).max(40),
  /** The tier begins at so many followers or subscribers. */
  from: z.int().min(0),
  good: Rate,
  average: Rate,
});

const BenchmarkTable = z.strictObject({
  platform: z.enum(['instagram', 'tiktok', 'youtube']),
  denominator: z.enum(['followers', 'views', 'subscribers']),
  asOf: z.iso.date(),
  source: z.string().min(3).max(300),
  tiers: z.array(Tier).min(1).max(20),
});
export type BenchmarkTable = z.infer<typeof BenchmarkTable>;

const Bounds = z.strictObject({ low: Rate, high: Rate });

/** Every threshold of vetting. Unit, reason and source of each default: `VETTING_POLICY_ENTRIES`. */
export const VettingPolicy = z.strictObject({
  brandNames: Names,
  competitors: Names,
  markets: z.array(z.string().length(2).toUpperCase()).max(250),
  benchmarks: z.array(BenchmarkTable).max(50),
  anomalyInstagram: Bounds,
  anomalySmallHigh: Rate,
  anomalySmallFollowers: z.int().min(0),
  anomalyTiktok: Bounds,
  anomalyViews: Bounds,
  anomalySubscribers: Bounds,
  postsForRate: z.int().min(1).max(100),
  fakeAccountFrom: Share,
  fakeSignsNeeded: z.int().min(1).max(10),
  followingMax: z.int().min(0),
  followingShareMax: z.number().min(0).max(100),
  fewPosts: z.int().min(0),
  fewPostsFollowers: z.int().min(0),
  followerJumpPerDay: z.int().min(1),
  followerJumpShare: Share,
  handleDigits: z.int().min(1).max(50),
  commentsPerLikeLow: Share,
  commentsPerLikeHigh: z.number().min(0).max(100),
  likesForCommentRatio: z.int().min(1),
  repeatedCommentShare: Share,
  hollowCommentShare: Share,
  commentsNeeded: z.int().min(2).max(200),
  claimExcess: z.number().min(0).max(100),
  claimRateExcess: z.number().min(0).max(100),
  claimRatePointsMin: Share,
  adultAge: z.int().min(13).max(25),
  duplicateTextCharacters: z.int().min(20).max(1_000),
  lookClosenessMin: Share,
  lookPicturesMin: z.int().min(1).max(100),
  applicationsPerFile: z.int().min(1).max(1_000_000),
});
export type VettingPolicy = z.infer<typeof VettingPolicy>;

export const VETTING_POLICY_DEFAULTS: VettingPolicy = VettingPolicy.parse({
  brandNames: [],
  competitors: [],
  markets: [],
  benchmarks: BENCHMARKS,
  anomalyInstagram: { low: 0.005, high: 0.2 },
  anomalySmallHigh: 0.6,
  anomalySmallFollowers: 10_000,
  anomalyTiktok: { low: 0.003, high: 0.6 },
  anomalyViews: { low: 0.003, high: 0.6 },
  anomalySubscribers: { low: 0.003, high: 20 },
  postsForRate: 12,
  fakeAccountFrom: 0.6,
  fakeSignsNeeded: 2,
  followingMax: 1_500,
  followingShareMax: 0.5,
  fewPosts: 15,
  fewPostsFollowers: 10_000,
  followerJumpPerDay: 5_000,
  followerJumpShare: 0.1,
  handleDigits: 4,
  commentsPerLikeLow: 0.0005,
  commentsPerLikeHigh: 0.5,
  likesForCommentRatio: 300,
  repeatedCommentShare: 0.4,
  hollowCommentShare: 0.8,
  commentsNeeded: 5,
  claimExcess: 0.25,
  claimRateExcess: 0.5,
  claimRatePointsMin: 0.01,
  adultAge: 18,
  duplicateTextCharacters: 60,
  lookClosenessMin: 0.35,
  lookPicturesMin: 3,
  applicationsPerFile: 100_000,
});
