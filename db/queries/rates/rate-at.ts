import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ rate_bps: z.int() });

/**
 * The rate on file for a partner at a moment, basis points; null when none is.
 *
 * @param skuGroup - null for the rate of all products.
 */
export async function rateAt(
  db: Queryable,
  {
    partnerId,
    skuGroup,
    at,
  }: { readonly partnerId: string; readonly skuGroup: string | null; readonly at: Date },
): Promise<number | null> {
  const { rows } = await db.query(
    `
    select rate_bps
      from rate
     where partner_id = $1 and sku_group = coalesce($2, '') and starts_at <= $3 and (ends_at is null or ends_at > $3)
     order by starts_at desc
     limit 1
    `,
    [partnerId, skuGroup, at],
  );
  return rows[0] ? Row.parse(rows[0]).rate_bps : null;
}
