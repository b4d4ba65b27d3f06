import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ sku: z.string(), name: z.string(), quantity: z.int() });
export type BestSeller = z.infer<typeof Row>;

const SELLERS_MAX = 3;

/** Products of ours that one partner's orders held most in the ninety days before `asOf`. */
export async function bestSellers(db: Queryable, partnerId: string, asOf: Date): Promise<BestSeller[]> {
  const { rows } = await db.query(
    `
    with credited as (
      select distinct order_id
        from conversion
       where partner_id = $1 and order_id is not null
         and converted_at > $2::timestamptz - interval '90 days' and converted_at <= $2
    )
    select p.sku, p.name, sum(l.quantity)::int as quantity
      from credited c
      join order_line l using (order_id)
      join product p using (sku)
     where p.name is not null and p.price_micros is not null
     group by p.sku, p.name
     order by count(*) desc, quantity desc, p.sku
     limit $3
    `,
    [partnerId, asOf, SELLERS_MAX],
  );
  return rows.map((row) => Row.parse(row));
}
