import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/**
 * Adds to `staged_return` the refunds that name an order but no line: on the order's lines of that SKU from the first,
 * in the units that are left there; without a SKU on the line, when the order has only one.
 */
export async function stageOrderReturns(db: Queryable, staging: Staging): Promise<void> {
  await db.query(
    `
    with wanted as materialized (
      select r.order_id, coalesce(r.sku, only_line.sku) as sku, r.currency, r.refund_id, r.refunded_at, r.quantity
        from refund r
        ${withinScope(staging, 'r.order_id')}
        left join lateral (
          select true as is_found, max(l.sku) as sku from order_line l
           where r.sku is null and l.order_id = r.order_id and l.ordered_at <= $1
          having count(*) = 1
        ) only_line on true
       where r.order_id is not null and r.line_id = '' and r.refunded_at <= $1 and r.quantity > 0
         and (r.sku is not null or only_line.is_found)
    ),
    asked as (
      select wanted.*, sum(quantity) over w - quantity as since, sum(quantity) over w as upto
        from wanted
      window w as (partition by order_id, sku, currency order by refunded_at, refund_id collate "C")
    ),
    room as (
      select l.order_id, l.line_id, l.sku, l.currency,
             sum(l.quantity - coalesce(taken.quantity, 0)) over w - (l.quantity - coalesce(taken.quantity, 0)) as since,
             sum(l.quantity - coalesce(taken.quantity, 0)) over w as upto
        from order_line l
        left join (
          select order_id, line_id, sum(quantity) as quantity from staged_return group by order_id, line_id
        ) taken using (order_id, line_id)
       where l.order_id in (select order_id from wanted) and l.ordered_at <= $1 and l.quantity > 0
      window w as (partition by l.order_id, l.sku, l.currency order by length(l.line_id), l.line_id collate "C")
    )
    insert into staged_return
    select 'named', asked.order_id, room.line_id, asked.refund_id, '', asked.refunded_at,
           least(asked.upto, room.upto) - greatest(asked.since, room.since)
      from asked
      join room on room.order_id = asked.order_id and room.sku is not distinct from asked.sku
       and room.currency = asked.currency and room.since < asked.upto and asked.since < room.upto
    `,
    [staging.asOf],
  );
  await db.query('analyze staged_return');
}
