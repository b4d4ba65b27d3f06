import { z } from 'zod';
import { LineReason, LineState } from '../../../src/domain/reconciliation/reconcile-result.ts';
import type { Queryable } from '../../client.ts';

const StatementLine = z
  .object({
    order_id: z.string(),
    line_id: z.string(),
    network: z.string(),
    conversion_id: z.string(),
    currency: z.string(),
    ordered_at: z.date(),
    lock_at: z.date(),
    earned_micros: z.bigint(),
    reversed_micros: z.bigint(),
    clawback_micros: z.bigint(),
    leaked_micros: z.bigint(),
    state: LineState,
    reason: LineReason,
  })
  .transform((row) => ({
    orderId: row.order_id,
    lineId: row.line_id,
    network: row.network,
    conversionId: row.conversion_id,
    currency: row.currency,
    orderedAt: row.ordered_at,
    lockAt: row.lock_at,
    earnedMicros: row.earned_micros,
    reversedMicros: row.reversed_micros,
    clawbackMicros: row.clawback_micros,
    leakedMicros: row.leaked_micros,
    state: row.state,
    reason: row.reason,
  }));
export type StatementLine = z.infer<typeof StatementLine>;

/** A partner's commissioned lines ordered in a span, latest first. */
export async function statementLines(
  db: Queryable,
  {
    partnerId,
    from,
    until,
    limit,
    offset = 0,
  }: {
    readonly partnerId: string;
    readonly from: Date;
    /** Not included. */
    readonly until: Date;
    readonly limit: number;
    readonly offset?: number;
  },
): Promise<StatementLine[]> {
  const { rows } = await db.query(
    `
    select * from reconciliation_line
     where partner_id = $1 and ordered_at >= $2 and ordered_at < $3
     order by ordered_at desc, order_id, length(line_id), line_id
     limit $4 offset $5
    `,
    [partnerId, from, until, limit, offset],
  );
  return rows.map((row) => StatementLine.parse(row));
}
