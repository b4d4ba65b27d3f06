import { z } from 'zod';
import { LineState } from '../../../src/domain/reconciliation/reconcile-result.ts';
import type { Queryable } from '../../client.ts';

const StatementTotal = z
  .object({
    currency: z.string(),
    state: LineState,
    lines: z.bigint().transform(Number),
    earned_micros: z.bigint(),
    reversed_micros: z.bigint(),
    clawback_micros: z.bigint(),
    leaked_micros: z.bigint(),
  })
  .transform((row) => ({
    currency: row.currency,
    state: row.state,
    lines: row.lines,
    earnedMicros: row.earned_micros,
    reversedMicros: row.reversed_micros,
    clawbackMicros: row.clawback_micros,
    leakedMicros: row.leaked_micros,
  }));
export type StatementTotal = z.infer<typeof StatementTotal>;

/** Sums by currency and state of the lines ordered in a span. @param partnerId - `null` for the whole programme. */
export async function statementTotals(
  db: Queryable,
  {
    partnerId,
    from,
    until,
  }: { readonly partnerId: string | null; readonly from: Date; readonly until: Date },
): Promise<StatementTotal[]> {
  const { rows } = await db.query(
    `
    select currency, state, count(*) as lines, sum(earned_micros)::bigint as earned_micros,
           sum(reversed_micros)::bigint as reversed_micros, sum(clawback_micros)::bigint as clawback_micros,
           sum(leaked_micros)::bigint as leaked_micros
      from reconciliation_line
     where ($1::text is null or partner_id = $1) and ordered_at >= $2 and ordered_at < $3
     group by currency, state
     order by currency, state
    `,
    [partnerId, from, until],
  );
  return rows.map((row) => StatementTotal.parse(row));
}
