import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  partner_id: z.string(),
  name: z.string(),
  type: z.string(),
  network: z.string(),
  website: z.string(),
  email: z.string(),
  key_account: z.boolean(),
  orders: z.array(z.string()),
  pending_micros: z.bigint(),
  currency: z.string(),
  rate_bps: z.int(),
  code: z.string().nullable(),
});

/** A partner of the demo that sells, with what its mails speak of. */
export type MailSender = z.infer<typeof Row>;

/** Partners that sell, the busy ones first, in an order that is the same at every load. */
export async function mailSenders(db: Queryable): Promise<MailSender[]> {
  const { rows } = await db.query(
    `
    with selling as (
      select partner_id, count(*) as conversions, min(currency) as currency,
             coalesce(sum(commission_micros) filter (where status = 'pending'), 0)::bigint as pending_micros,
             (array_agg(order_id order by converted_at desc, conversion_id) filter (where order_id is not null))[1:2] as orders
        from conversion
       group by partner_id
    )
    select p.partner_id, p.name, p.type, p.network, p.website, p.email, p.key_account, s.orders, s.pending_micros, s.currency,
           r.rate_bps,
           (select min(c.code) from code c where c.owner_partner_id = p.partner_id) as code
      from selling s
      join partner p using (partner_id)
      join rate r on r.partner_id = p.partner_id and r.sku_group = '' and r.ends_at is null
     where p.status = 'active' and p.email is not null and p.website is not null and cardinality(s.orders) = 2
     order by s.conversions >= 20 desc, p.partner_id
    `,
  );
  return rows.map((row) => Row.parse(row));
}
