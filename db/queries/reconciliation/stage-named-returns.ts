import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/** Places the refunds that name a line on it, in time and never more units than it has, into `staged_return`. */
export async function stageNamedReturns(db: Queryable, staging: Staging): Promise<void> {
  await db.query(`
    create temp table staged_return (
      matching text, order_id text, line_id text, refund_id text, refund_line_id text, refunded_at timestamptz, quantity bigint
    ) on commit drop
  `);
  await db.query(
    `
    with counted as (
      select r.order_id, r.line_id, r.refund_id, r.refunded_at, r.quantity, l.quantity as room,
             sum(r.quantity) over (
               partition by r.order_id, r.line_id order by r.refunded_at, r.refund_id collate "C"
             ) as upto
        from refund r
        join order_line l on l.order_id = r.order_id and l.line_id = r.line_id and l.currency = r.currency
        ${withinScope(staging, 'r.order_id')}
       where r.refunded_at <= $1 and l.ordered_at <= $1
         and r.quantity > 0 and l.quantity > 0
    )
    insert into staged_return
    select 'named', order_id, line_id, refund_id, line_id, refunded_at, least(room, upto) - least(room, upto - quantity)
      from counted
     where upto - quantity < room
    `,
    [staging.asOf],
  );
  await db.query('analyze staged_return');
}
