import { z } from 'zod';
import { PartnerScore, StratumBaseline } from '../fraud/fraud-scores.ts';

/** One partner's score with what the partner is called. */
export const ScoredPartner = PartnerScore.extend({
  name: z.string(),
  /** Null when the partner is no longer known. */
  type: z.string().nullable(),
  network: z.string().nullable(),
}).meta({ id: 'ScoredPartner' });
export type ScoredPartner = z.infer<typeof ScoredPartner>;

/** The newest stored scoring, one page of partners worst first. */
export const FraudScoringView = z
  .strictObject({
    runId: z.uuid().nullable(),
    asOf: z.iso.datetime(),
    scoredAt: z.iso.datetime(),
    baseline: z.array(StratumBaseline),
    /** How many partners got each verdict; one that nobody got may be missing. */
    verdicts: z.record(z.string(), z.int()),
    items: z.array(ScoredPartner),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'FraudScoring' });
export type FraudScoringView = z.infer<typeof FraudScoringView>;
