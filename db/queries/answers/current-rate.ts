import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ rate_bps: z.int(), starts_at: z.date() });

/** The rate that holds for all products of one partner at a moment, basis points; null when no contract row says. */
export async function currentRateBps(db: Queryable, partnerId: string, at: Date): Promise<number | null> {
  const { rows } = await db.query(
    `
    select rate_bps, starts_at
      from rate
     where partner_id = $1 and sku_group = '' and starts_at <= $2 and (ends_at is null or ends_at > $2)
     order by starts_at desc
     limit 1
    `,
    [partnerId, at],
  );
  return rows[0] ? Row.parse(rows[0]).rate_bps : null;
}
