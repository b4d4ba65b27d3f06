import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const AgingRow = z
  .object({
    currency: z.string(),
    stands: z.enum(['reserved', 'locked']),
    from_days: z.int(),
    lines: z.bigint().transform(Number),
    micros: z.bigint(),
    clawback_micros: z.bigint(),
  })
  .transform(({ from_days, clawback_micros, ...row }) => ({
    ...row,
    fromDays: from_days,
    clawbackMicros: clawback_micros,
  }));
/** Commission that is not paid yet, by days since the order: 0 to 30, 31 to 60, 61 to 90, older. */
export type AgingRow = z.infer<typeof AgingRow>;

/** What is owed and how long already. @param partnerId - of one partner; `null` for all. */
export async function readAging(
  db: Queryable,
  { asOf, partnerId }: { readonly asOf: Date; readonly partnerId: string | null },
): Promise<AgingRow[]> {
  const { rows } = await db.query(
    `
    select currency, stands, from_days, count(*) as lines, sum(earned_micros - reversed_micros)::bigint as micros,
           sum(clawback_micros)::bigint as clawback_micros
      from (
        select l.*, case when days < 31 then 0 when days < 61 then 31 when days < 91 then 61 else 91 end as from_days
          from reconciliation_line l
          cross join lateral (select extract(epoch from $1::timestamptz - l.ordered_at) / 86400 as days) age
         where l.stands in ('reserved', 'locked') and ($2::text is null or l.partner_id = $2)
      ) aged
     group by currency, stands, from_days
     order by currency, stands desc, from_days
    `,
    [asOf, partnerId],
  );
  return rows.map((row) => AgingRow.parse(row));
}
