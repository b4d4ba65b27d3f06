import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const AmendmentRow = z
  .object({
    network: z.string(),
    conversion_id: z.string(),
    partner_id: z.string(),
    order_id: z.string(),
    currency: z.string(),
    before_micros: z.bigint(),
    after_micros: z.bigint(),
    is_locked: z.boolean(),
  })
  .transform((row) => ({
    network: row.network,
    conversionId: row.conversion_id,
    partnerId: row.partner_id,
    orderId: row.order_id,
    currency: row.currency,
    beforeMicros: row.before_micros,
    afterMicros: row.after_micros,
    isLocked: row.is_locked,
  }));
/** A conversion whose commission the network should lower: nothing is left of it when `afterMicros` is 0. */
export type Amendment = z.infer<typeof AmendmentRow>;

/**
 * What networks do not know yet: conversions of which something came back within the window and that they still count in
 * full, the largest difference first.
 *
 * @param partnerId - of one partner; `null` for all.
 */
export async function listAmendments(
  db: Queryable,
  { partnerId, limit }: { readonly partnerId: string | null; readonly limit: number },
): Promise<Amendment[]> {
  const { rows } = await db.query(
    `
    select network, conversion_id, partner_id, order_id, currency, sum(earned_micros)::bigint as before_micros,
           sum(earned_micros - reversed_micros)::bigint as after_micros, bool_and(stands <> 'reserved') as is_locked
      from reconciliation_line
     where stands <> 'declined' and ($1::text is null or partner_id = $1)
     group by network, conversion_id, partner_id, order_id, currency
    having sum(reversed_micros) > 0
     order by sum(reversed_micros) desc, network, conversion_id
     limit $2
    `,
    [partnerId, limit],
  );
  return rows.map((row) => AmendmentRow.parse(row));
}
