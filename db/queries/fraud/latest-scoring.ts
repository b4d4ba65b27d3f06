import { z } from 'zod';
import { StratumBaseline } from '../../../src/domain/fraud/fraud-scores.ts';
import type { FraudScoringView } from '../../../src/domain/http/fraud-scoring-view.ts';
import type { Queryable } from '../../client.ts';

const ScoringRow = z.object({
  run_id: z.uuid().nullable(),
  as_of: z.date(),
  scored_at: z.date(),
  baseline: z.array(StratumBaseline),
  verdicts: z.record(z.string(), z.int()),
});

/** The newest stored scoring without its partners; `null` before the first run. */
export async function latestScoring(
  db: Queryable,
): Promise<Omit<FraudScoringView, 'items' | 'nextCursor'> | null> {
  const { rows } = await db.query(
    `
    select run_id, as_of, scored_at, baseline,
           (select coalesce(jsonb_object_agg(verdict, partners), '{}')
              from (select verdict, count(*)::int as partners from fraud_score group by verdict) counted) as verdicts
      from fraud_scoring
    `,
  );
  if (!rows[0]) return null;
  const row = ScoringRow.parse(rows[0]);
  return {
    runId: row.run_id,
    asOf: row.as_of.toISOString(),
    scoredAt: row.scored_at.toISOString(),
    baseline: row.baseline,
    verdicts: row.verdicts,
  };
}
