import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ micros: z.bigint() });

/** What a partner's orders of the 30 days before `asOf` came to in one currency, cancelled ones left out; micros. */
export async function salesLately(
  db: Queryable,
  {
    partnerId,
    currency,
    asOf,
  }: { readonly partnerId: string; readonly currency: string; readonly asOf: Date },
): Promise<bigint> {
  const { rows } = await db.query(
    `
    select coalesce(sum(amount_micros), 0)::bigint as micros
      from conversion
     where partner_id = $1 and currency = $2 and status in ('pending', 'approved', 'paid')
       and converted_at > $3::timestamptz - interval '30 days' and converted_at <= $3
    `,
    [partnerId, currency, asOf],
  );
  return Row.parse(rows[0]).micros;
}
