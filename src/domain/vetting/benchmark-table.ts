import { z } from 'zod';

/** Likes plus comments ÷ the named denominator, as a fraction; views ÷ subscribers may exceed 1. */
export const Rate = z.number().min(0).max(1_000);

const Tier = z.strictObject({
  name: z.string().min(1).max(40),
  /** The tier begins at so many followers or subscribers. */
  from: z.int().min(0),
  good: Rate,
  average: Rate,
});

/** What is good and average on one platform, of one denominator, by follower tier; with date and source. */
export const BenchmarkTable = z.strictObject({
  platform: z.enum(['instagram', 'tiktok', 'youtube']),
  denominator: z.enum(['followers', 'views', 'subscribers']),
  asOf: z.iso.date(),
  source: z.string().min(3).max(300),
  tiers: z.array(Tier).min(1).max(20),
});
export type BenchmarkTable = z.infer<typeof BenchmarkTable>;
