import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';

/**
 * Adds to `staged_return` the refunds that name no order: each twice, on the customer's last purchases of that SKU
 * (`lifo`) and on the first (`fifo`), in the units that named refunds left over.
 */
export async function stageUnnamedReturns(db: Queryable, staging: Staging): Promise<void> {
  await stagePurchases(db, staging);
  await db.query(`
    create temp table staged_unnamed (no bigint, refund_id text, refund_line_id text, refunded_at timestamptz) on commit drop
  `);
  await db.query(`
    create temp table staged_event (
      customer_id text, sku text, currency text, at timestamptz, is_return boolean, document_id text, line_id text,
      no bigint, quantity bigint
    ) on commit drop
  `);
  await db.query(
    `
    with numbered as (
      select row_number() over () as no, r.*
        from refund r
       where r.order_id is null and r.refunded_at <= $1 and r.quantity > 0
         and (r.customer_id, r.sku, r.currency) in (select customer_id, sku, currency from staged_purchase)
    ),
    kept as (
      insert into staged_unnamed select no, refund_id, line_id, refunded_at from numbered
    )
    insert into staged_event
    select customer_id, sku, currency, refunded_at, true, refund_id, line_id, no, quantity from numbered
    `,
    [staging.asOf],
  );
  await db.query(`
    insert into staged_event
    select p.customer_id, p.sku, p.currency, p.ordered_at, false, p.order_id, p.line_id, p.no,
           p.quantity - coalesce(taken.quantity, 0)
      from staged_purchase p
      left join (
        select order_id, line_id, sum(quantity) as quantity from staged_return group by order_id, line_id
      ) taken using (order_id, line_id)
     where p.quantity > coalesce(taken.quantity, 0)
  `);
  await db.query(`
    insert into staged_return
    select m.matching, p.order_id, p.line_id, u.refund_id, u.refund_line_id, u.refunded_at, m.quantity
      from match_unnamed_returns() m
      join staged_purchase p on p.no = m.purchase_no
      join staged_unnamed u on u.no = m.refund_no
  `);
  await db.query('analyze staged_return');
}

/** All purchases of whatever a customer sent back without naming an order. */
async function stagePurchases(db: Queryable, staging: Staging): Promise<void> {
  await db.query(`
    create temp table staged_purchase (
      no bigint, order_id text, line_id text, customer_id text, sku text, currency text, ordered_at timestamptz, quantity bigint
    ) on commit drop
  `);
  await db.query(
    `
    insert into staged_purchase
    select row_number() over (), l.order_id, l.line_id, l.customer_id, l.sku, l.currency, l.ordered_at, l.quantity
      from order_line l
      ${withinScope(staging, 'l.order_id')}
     where l.ordered_at <= $1 and l.quantity > 0
       and exists (
         select from refund r
          where r.order_id is null and r.customer_id = l.customer_id and r.sku = l.sku and r.currency = l.currency
            and r.refunded_at <= $1 and r.quantity > 0
       )
    `,
    [staging.asOf],
  );
  await db.query('analyze staged_purchase');
}
