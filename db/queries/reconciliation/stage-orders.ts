import type { Queryable } from '../../client.ts';

/**
 * Puts into `staged_order` what has to be reckoned again at the as-of: marked orders, orders with a line that locks by
 * then, and with each of them all orders of a customer who sent something back without naming the order.
 *
 * @returns how many.
 */
export async function stageOrders(transaction: Queryable, asOf: Date): Promise<number> {
  await transaction.query('create temp table staged_order (order_id text primary key) on commit drop');
  const { rowCount } = await transaction.query(
    `
    with recursive reached(kind, key) as (
      (
        select kind, key from staged_mark
        union
        select 'order', order_id from reconciliation_line where stands = 'reserved' and lock_at <= $1
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
    insert into staged_order select key from reached where kind = 'order'
    `,
    [asOf],
  );
  await transaction.query('analyze staged_order');
  return rowCount ?? 0;
}
