import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const TroubleRow = z
  .object({
    network: z.string(),
    transaction_id: z.string(),
    order_ref: z.string().nullable(),
    proposal_id: z.uuid(),
    state: z.enum(['refused', 'differs', 'missing']),
    sentence: z.string(),
    checked_at: z.date(),
  })
  .transform(({ transaction_id, order_ref, proposal_id, checked_at, ...row }) => ({
    ...row,
    transactionId: transaction_id,
    orderId: order_ref,
    proposalId: proposal_id,
    checkedAt: checked_at,
  }));
/** A row that a network took, or refused, and that does not stand as approved. */
export type CorrectionTrouble = z.infer<typeof TroubleRow>;

/** The newest first. */
export async function listTroubles(
  db: Queryable,
  { limit }: { readonly limit: number },
): Promise<CorrectionTrouble[]> {
  const { rows } = await db.query(
    `
    select l.network, l.transaction_id, l.correction ->> 'orderRef' as order_ref, l.proposal_id, c.state, c.sentence, c.checked_at
      from correction_check c
      join outbox o using (action_id)
      join correction_line l on l.proposal_id = o.proposal_id and l.correction_key = c.correction_key
     where c.state in ('refused', 'differs', 'missing')
     order by c.checked_at desc, l.network, l.transaction_id
     limit $1
    `,
    [limit],
  );
  return rows.map((row) => TroubleRow.parse(row));
}
