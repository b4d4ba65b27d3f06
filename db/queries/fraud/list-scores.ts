import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import { PartnerScore, type Verdict } from '../../../src/domain/fraud/fraud-scores.ts';
import type { ScoredPartner } from '../../../src/domain/http/fraud-scoring-view.ts';
import type { Queryable } from '../../client.ts';

const ScoreRow = z.object({
  place: z.int(),
  name: z.string().nullable(),
  type: z.string().nullable(),
  network: z.string().nullable(),
  score: PartnerScore,
});

/**
 * The partners of the newest stored scoring, worst first.
 *
 * @param verdict - only these; null for all.
 * @param partnerId - only this one; null for all.
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listScores(
  db: Queryable,
  filter: {
    readonly verdict: Verdict | null;
    readonly partnerId: string | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ items: ScoredPartner[]; nextCursor: string | null }> {
  const { verdict, partnerId, cursor, limit } = filter;
  if (cursor !== null && !/^\d{1,9}$/.test(cursor)) {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
  const { rows } = await db.query(
    `
    select s.place, p.name, p.type, p.network, s.score
      from fraud_score s
      left join partner p using (partner_id)
     where ($1::text is null or s.verdict = $1)
       and ($2::text is null or s.partner_id = $2)
       and s.place > coalesce($3::int, 0)
     order by s.place
     limit $4
    `,
    [verdict, partnerId, cursor, limit + 1],
  );
  const page = rows.slice(0, limit).map((row) => ScoreRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(({ name, type, network, score }) => ({
      ...score,
      name: name ?? score.partner,
      type,
      network,
    })),
    nextCursor: rows.length > limit && last ? String(last.place) : null,
  };
}
