import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  currency: z.string(),
  pending_micros: z.bigint(),
  approved_micros: z.bigint(),
  paid_micros: z.bigint(),
  reversed_micros: z.bigint(),
  held_micros: z.bigint(),
  oldest_pending_at: z.date().nullable(),
  newest_paid_at: z.date().nullable(),
});
export type CommissionStanding = z.infer<typeof Row>;

/**
 * One partner's commission by state over the year before `asOf`, one row a currency.
 *
 * `held` is what approved proposals keep back, whatever its age; it stands within the other states, not beside them.
 */
export async function commissionStanding(
  db: Queryable,
  partnerId: string,
  asOf: Date,
): Promise<CommissionStanding[]> {
  const { rows } = await db.query(
    `
    with earned as (
      select currency,
             coalesce(sum(commission_micros) filter (where status = 'pending'), 0)::bigint as pending_micros,
             coalesce(sum(commission_micros) filter (where status = 'approved'), 0)::bigint as approved_micros,
             coalesce(sum(commission_micros) filter (where status = 'paid'), 0)::bigint as paid_micros,
             coalesce(sum(commission_micros) filter (where status in ('reversed', 'reversed-provisional')), 0)::bigint
               as reversed_micros,
             min(converted_at) filter (where status = 'pending') as oldest_pending_at,
             max(converted_at) filter (where status = 'paid') as newest_paid_at
        from conversion
       where partner_id = $1 and converted_at > $2::timestamptz - interval '365 days' and converted_at <= $2
       group by currency
    ), held as (
      select currency, sum(amount_micros)::bigint as held_micros
        from commission_hold
       where partner_id = $1 and kind = 'hold'
       group by currency
    )
    select currency, coalesce(pending_micros, 0)::bigint as pending_micros, coalesce(approved_micros, 0)::bigint as approved_micros,
           coalesce(paid_micros, 0)::bigint as paid_micros, coalesce(reversed_micros, 0)::bigint as reversed_micros,
           coalesce(held_micros, 0)::bigint as held_micros, oldest_pending_at, newest_paid_at
      from earned full join held using (currency)
     order by currency
    `,
    [partnerId, asOf],
  );
  return rows.map((row) => Row.parse(row));
}
