import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const LateReturnRow = z
  .object({
    kind: z.enum(['clawback', 'leaked']),
    network: z.string(),
    conversion_id: z.string(),
    partner_id: z.string(),
    order_id: z.string(),
    line_id: z.string(),
    refund_id: z.string(),
    matching: z.enum(['named', 'lifo', 'decision']),
    refunded_at: z.date(),
    lock_at: z.date(),
    currency: z.string(),
    amount_micros: z.bigint(),
  })
  .transform((row) => ({
    kind: row.kind,
    network: row.network,
    conversionId: row.conversion_id,
    partnerId: row.partner_id,
    orderId: row.order_id,
    lineId: row.line_id,
    refundId: row.refund_id,
    /** Whether the refund named the order; else it was matched to the customer's last purchase. */
    isNamed: row.matching === 'named',
    /** No refund: a decision denied the commission, and `refundId` is its proposal. */
    isDecision: row.matching === 'decision',
    refundedAt: row.refunded_at,
    lockAt: row.lock_at,
    currency: row.currency,
    amountMicros: row.amount_micros,
  }));
export type LateReturn = z.infer<typeof LateReturnRow>;

/** What came back, or was denied, after the lock: to claw back, or leaked where the contract forbids it. By partner, then time. */
export async function listLateReturns(
  db: Queryable,
  { partnerId, limit }: { readonly partnerId: string | null; readonly limit: number },
): Promise<LateReturn[]> {
  const { rows } = await db.query(
    `
    select n.kind, l.network, l.conversion_id, l.partner_id, n.order_id, n.line_id, n.refund_id, n.matching, n.refunded_at,
           l.lock_at, l.currency, n.amount_micros
      from reconciliation_note n
      join reconciliation_line l using (order_id, line_id)
     where n.kind in ('clawback', 'leaked') and n.amount_micros > 0 and ($1::text is null or l.partner_id = $1)
     order by l.partner_id, n.refunded_at, n.refund_id, n.order_id, n.line_id
     limit $2
    `,
    [partnerId, limit],
  );
  return rows.map((row) => LateReturnRow.parse(row));
}
