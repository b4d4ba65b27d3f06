import { z } from 'zod';
import { VettingFlag } from './flag.ts';
import { LookFacts } from './look/look-facts.ts';
import { SiteFacts } from './site/site-facts.ts';

export const VettingDecision = z.enum(['accept', 'decline', 'review']);
export type VettingDecision = z.infer<typeof VettingDecision>;

export const Benchmark = z.strictObject({
  platform: z.string(),
  denominator: z.enum(['followers', 'views', 'subscribers']),
  tier: z.string(),
  good: z.number(),
  average: z.number(),
  verdict: z.enum(['good', 'average', 'below']),
  asOf: z.string(),
  source: z.string(),
});
export type Benchmark = z.infer<typeof Benchmark>;

/** One part of a score: what it gave of what it could have given. */
export const ScorePart = z.strictObject({
  name: z.enum(['engagement', 'audience', 'fit', 'figures']),
  points: z.number().min(0),
  of: z.number().positive(),
});
export type ScorePart = z.infer<typeof ScorePart>;

/** What vetting says of one application. */
export const Vetting = z.strictObject({
  id: z.string(),
  decision: VettingDecision,
  /** 0 to 100. */
  score: z.number().min(0).max(100),
  /** How much there was to judge by, in [0, 1]. */
  confidence: z.number().min(0).max(1),
  /** Fraction of `denominator`; null when nothing can be computed. */
  engagementRate: z.number().nullable(),
  denominator: z.enum(['followers', 'views', 'subscribers']).nullable(),
  benchmark: Benchmark.nullable(),
  flags: z.array(VettingFlag),
  /** Sentences, ours. */
  reasons: z.array(z.string()),
  parts: z.array(ScorePart),
  /** Chance that the account is no real person's, by its figures; null when too few are known. */
  fakeChance: z.number().min(0).max(1).nullable(),
  /** Its pictures against the brand's board; null without a board or pictures. */
  look: LookFacts.nullable().default(null),
  /** What was read of its site; null when it names none, or sites are not read. */
  site: SiteFacts.nullable().default(null),
});
export type Vetting = z.infer<typeof Vetting>;
