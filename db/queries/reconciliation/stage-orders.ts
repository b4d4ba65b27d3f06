import type { Queryable } from '../../client.ts';
import type { Staging } from './staging.ts';

/**
 * Puts into `staged_order` what has to be reckoned again at the as-of: marked orders, orders with a line that locks by
 * then, and with each of them all orders of a customer who sent something back without naming the order; and what only
 * has to be looked at again: see `SEEN_AGAIN`. The customers that were reached are in `staged_customer`.
 *
 * @param since - the as-of of the kept result.
 * @returns how many orders.
 */
export async function stageOrders(
  transaction: Queryable,
  { asOf, policy }: Pick<Staging, 'asOf' | 'policy'>,
  since: Date,
): Promise<number> {
  await transaction.query('create temp table staged_reached (kind text, key text) on commit drop');
  await transaction.query('create temp table staged_order (order_id text primary key) on commit drop');
  await transaction.query('create temp table staged_customer (customer_id text primary key) on commit drop');
  await transaction.query(
    `
    with recursive reached(kind, key) as (
      (
        select kind, key from staged_mark where kind in ('order', 'customer')
        union
        select 'order', order_id from reconciliation_line where stands = 'reserved' and lock_at <= $1
        ${SEEN_AGAIN}
      )
      union
      select next.kind, next.key
        from reached
        cross join lateral (
          select 'customer' as kind, l.customer_id as key
            from order_line l
           where reached.kind = 'order' and l.order_id = reached.key
             and exists (select from refund r where r.order_id is null and r.customer_id = l.customer_id)
          union all
          select 'order', l.order_id
            from order_line l
           where reached.kind = 'customer' and l.customer_id = reached.key
        ) next
    )
    insert into staged_reached select kind, key from reached
    `,
    [asOf, since, policy.saleReportDays, policy.saleClickWindowDays],
  );
  await transaction.query(
    `insert into staged_customer select key from staged_reached where kind = 'customer'`,
  );
  const { rowCount } = await transaction.query(
    `insert into staged_order select key from staged_reached where kind = 'order'`,
  );
  await transaction.query('analyze staged_order');
  return rowCount ?? 0;
}

/**
 * The other orders of a customer whose first order changed; orders that the networks have had their days to report since
 * the last time; orders that no network reports, of visitors whose clicks came in; and sales of clicks that came in from a
 * blacklisted site.
 */
const SEEN_AGAIN = `
        union
        select 'order', other.order_id
          from staged_mark
          join order_line l on staged_mark.kind = 'order' and l.order_id = staged_mark.key
          join customer_first_order f on f.customer_id = l.customer_id and f.first_ordered_at = l.ordered_at
          join order_line other on other.customer_id = l.customer_id
        union
        select 'order', l.order_id
          from order_line l
         where l.ordered_at > $2::timestamptz - make_interval(hours => 24 * $3)
           and l.ordered_at <= $1::timestamptz - make_interval(hours => 24 * $3)
           and not exists (select from conversion c where c.order_id = l.order_id and c.converted_at <= $1)
        union
        select 'order', l.order_id
          from (
            select min(split_part(key, '/', 1)::timestamptz) as since, max(split_part(key, '/', 2)::timestamptz) as until
              from staged_mark where kind = 'clicks'
          ) span
          join click k on k.clicked_at >= span.since and k.clicked_at <= span.until
          join order_line l on l.visitor_id = k.visitor_id and l.ordered_at >= k.clicked_at
                           and l.ordered_at <= k.clicked_at + make_interval(hours => 24 * $4)
         where not exists (select from conversion c where c.order_id = l.order_id and c.converted_at <= $1)
        union
        select 'order', c.order_id
          from (
            select min(split_part(key, '/', 1)::timestamptz) as since, max(split_part(key, '/', 2)::timestamptz) as until
              from staged_mark where kind = 'clicks'
          ) span
          cross join site_blacklist b
          join click k on k.clicked_at >= span.since and k.clicked_at <= span.until and is_on_site(k.referrer, b.domain)
          join conversion c on c.partner_id = k.partner_id and c.click_id = k.click_id and c.converted_at >= b.since
         where b.lifted_at is null and c.order_id is not null
`;
