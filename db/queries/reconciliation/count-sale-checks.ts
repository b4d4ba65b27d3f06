import { z } from 'zod';
import type { ReconciliationPolicy } from '../../../src/domain/reconciliation/reconciliation-policy.ts';
import { SaleCheckCount } from '../../../src/domain/reconciliation/sale-check-count.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ sales: z.bigint().transform(Number), checks: z.record(z.string(), z.int()) });

/**
 * Of how many counted sales each check could tell, and of how many not; those that it names are among the first.
 * Reads every sale once.
 */
export async function countSaleChecks(
  db: Queryable,
  policy: Pick<ReconciliationPolicy, 'saleHistoryDays'>,
): Promise<SaleCheckCount[]> {
  const { rows } = await db.query(
    `
    with sale as (
      select l.order_id, min(c.currency) as currency, bool_or(k.stands = 'declined') as is_declined,
             bool_and(l.currency = c.currency) as is_one_currency, min(l.ordered_at) as ordered_at, min(l.customer_id) as customer_id,
             min(c.partner_id) as partner_id, min(c.customer_type) as customer_type, min(c.clicked_at) as clicked_at,
             coalesce(min(upper(btrim(c.code))), min(upper(btrim(l.code)))) as code,
             bool_and(exists (
               select from rate r
                where r.partner_id = c.partner_id and r.starts_at <= c.converted_at and (r.ends_at is null or r.ends_at > c.converted_at)
                  and (r.sku_group = '' or r.sku_group = (select category from product where product.sku = l.sku))
             )) as has_rates
        from reconciliation_line k
        join conversion c on c.order_id = k.order_id and c.network = k.network and c.conversion_id = k.conversion_id
        join order_line l on l.order_id = k.order_id and l.line_id = k.line_id
       group by l.order_id
    ),
    owner as materialized (select distinct upper(btrim(code)) as code from code where owner_partner_id is not null),
    odd as materialized (select order_id from reconciliation_exception where kind = 'sale_amount_differs')
    select count(*) as sales,
           json_build_object(
             'sale_amount_differs', count(*) filter (where is_one_currency and not is_declined),
             'commission_differs', count(*) filter (
               where is_one_currency and not is_declined and has_rates and sale.order_id not in (select order_id from odd)
             ),
             'customer_type_differs', count(*) filter (
               where customer_type is not null and f.customer_id is not null
                 and (select min(first_ordered_at) from customer_first_order) + make_interval(hours => 24 * $1) <= ordered_at
             ),
             'code_owner_differs', count(*) filter (where code in (select code from owner)),
             'conversion_late', count(*),
             'click_outside_window', count(clicked_at),
             'self_referral', count(*) filter (where is_readable_customer(customer_key(sale.customer_id)) and p.partner_id is not null)
           ) as checks
      from sale
      left join customer_first_order f on f.customer_id = sale.customer_id
      left join (select distinct partner_id from partner_contact) p on p.partner_id = sale.partner_id
    `,
    [policy.saleHistoryDays],
  );
  const { sales, checks } = Row.parse(rows[0]);
  return Object.entries(checks).map(([kind, evaluated]) =>
    SaleCheckCount.parse({ kind, evaluated, notEvaluated: sales - evaluated }),
  );
}
