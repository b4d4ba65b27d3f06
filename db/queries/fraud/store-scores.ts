import type pg from 'pg';
import type { FraudScores, Verdict } from '../../../src/domain/fraud/fraud-scores.ts';
import { inTransaction } from '../../transaction.ts';

/** Worst first: what a person should look at, then what could not be said, then what is fine. */
const WORST_FIRST: readonly Verdict[] = [
  'decline',
  'hold',
  'watch',
  'not_identifiable',
  'insufficient',
  'clean',
];

/**
 * Puts a scoring in the place of the one before, whole or not at all.
 *
 * @param runId - the run that made it; null outside a run.
 */
export async function storeScores(
  pool: pg.Pool,
  { scores, runId, now }: { readonly scores: FraudScores; readonly runId: string | null; readonly now: Date },
): Promise<void> {
  await inTransaction(pool, async (transaction) => {
    // The row is also the lock: a second scoring waits for the first to be whole.
    await transaction.query(
      `
      insert into fraud_scoring (run_id, as_of, scored_at, baseline)
      values ($1, $2, $3, $4)
          on conflict (fraud_scoring_id) do update
         set run_id = excluded.run_id, as_of = excluded.as_of, scored_at = excluded.scored_at, baseline = excluded.baseline
      `,
      [runId, scores.asOf, now, JSON.stringify(scores.baseline)],
    );
    await transaction.query('delete from fraud_score');
    await transaction.query(
      `
      insert into fraud_score (partner_id, place, verdict, score)
      select score ->> 'partner',
             row_number() over (
               order by array_position($2::text[], score ->> 'verdict'),
                        (score -> 'atRisk' ->> 'micros')::numeric desc nulls last,
                        score ->> 'partner'),
             score ->> 'verdict',
             score
        from jsonb_array_elements($1::jsonb) as score
      `,
      [JSON.stringify(scores.partners), WORST_FIRST],
    );
  });
}
