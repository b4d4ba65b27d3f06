import type { Queryable } from '../../client.ts';
import { stageSaleChecks } from './stage-sale-checks.ts';
import { stageUncreditedOrders } from './stage-uncredited-orders.ts';
import { type Staging, withinScope } from './staging.ts';

/**
 * Everything that the staged result sets aside or finds otherwise than the network, into `staged_exception`. What names
 * no order and no customer is not staged: it costs nothing to look it up (`loose-exceptions-sql.ts`).
 */
export async function stageExceptions(db: Queryable, staging: Staging): Promise<void> {
  await db.query('create temp table staged_exception (like reconciliation_exception) on commit drop');
  await stageConversions(db, staging);
  await stageDenied(db);
  await stageNamedRefunds(db, staging);
  await stageUnnamedRefunds(db, staging);
  await stageUncreditedOrders(db, staging);
  await stageSaleChecks(db, staging);
}

/** The first kind that fits. */
async function stageConversions(db: Queryable, staging: Staging): Promise<void> {
  await db.query(
    `
    insert into staged_exception (kind, order_id, partner_id, network, conversion_id)
    select kind, order_id, partner_id, network, conversion_id
      from (
        select c.order_id, c.partner_id, c.network, c.conversion_id,
               case when o.order_id is null then 'conversion_without_order'
                    when o.ordered_at > $1 then 'order_in_future'
                    when c.status = 'unknown' and c.status_raw <> '' then 'conversion_status_unknown'
                    when c.commission_micros < 0 then 'conversion_negative'
                    when counted.conversion_id <> c.conversion_id or counted.network <> c.network then 'conversion_duplicate'
                    when c.currency <> o.currency then 'conversion_currency_differs'
               end as kind
          from conversion c
          ${withinScope(staging, 'c.order_id')}
          left join (
            select order_id, min(ordered_at) as ordered_at, min(currency) as currency from order_line group by order_id
          ) o on o.order_id = c.order_id
          left join staged_commission counted on counted.order_id = c.order_id
         where c.converted_at <= $1 and c.order_id is not null
      ) conversions
     where kind is not null
    `,
    [staging.asOf],
  );
}

/** Of orders that are there: what the network counts, and what a decision leaves of it. */
async function stageDenied(db: Queryable): Promise<void> {
  await db.query(`
    insert into staged_exception (kind, order_id, partner_id, network, conversion_id, expected_micros, found_micros, currency, detail)
    select 'commission_denied', c.order_id, c.partner_id, c.network, c.conversion_id, 0, c.commission_micros, c.currency,
           d.reason || ' ' || d.proposal_id
      from staged_denial d
      join staged_commission c using (order_id)
     where exists (select from staged_share s where s.order_id = d.order_id)
  `);
}

/** The first kind that fits. */
async function stageNamedRefunds(db: Queryable, staging: Staging): Promise<void> {
  await db.query(
    `
    insert into staged_exception (kind, order_id, line_id, refund_id, quantity)
    select kind, order_id, line_id, refund_id, quantity
      from (
        select r.order_id, nullif(r.line_id, '') as line_id, r.refund_id, r.quantity - coalesce(p.quantity, 0) as quantity,
               case when r.quantity = 0 then 'refund_without_quantity'
                    when meant.lines is null then 'refund_order_unknown'
                    when meant.ordered_at > $1 then 'order_in_future'
                    when not meant.is_found then 'refund_line_unknown'
                    when not meant.is_same_currency then 'refund_currency_differs'
                    when r.quantity > coalesce(p.quantity, 0) then 'refund_exceeds_purchase'
                    when r.amount_micros > meant.value_micros then 'refund_amount_exceeds_sale'
               end as kind
          from refund r
          ${withinScope(staging, 'r.order_id')}
          left join (
            select refund_id, refund_line_id, sum(quantity) as quantity from staged_kept_note group by refund_id, refund_line_id
          ) p on p.refund_id = r.refund_id and p.refund_line_id = r.line_id
          left join lateral (
            select nullif(count(*), 0) as lines, min(l.ordered_at) as ordered_at, coalesce(bool_or(is_meant), false) as is_found,
                   coalesce(bool_or(l.currency = r.currency) filter (where is_meant), false) as is_same_currency,
                   sum(l.quantity::numeric * l.unit_price_micros - l.discount_micros) filter (where is_meant) as value_micros
              from (
                select l.*, case when r.line_id <> '' then l.line_id = r.line_id
                                 when r.sku is not null then coalesce(l.sku = r.sku, false)
                                 else count(*) over () = 1 end as is_meant
                  from order_line l
                 where l.order_id = r.order_id
              ) l
          ) meant on true
         where r.refunded_at <= $1 and r.order_id is not null
      ) refunds
     where kind is not null
    `,
    [staging.asOf],
  );
}

async function stageUnnamedRefunds(db: Queryable, staging: Staging): Promise<void> {
  const ofCustomers = staging.isScoped
    ? 'join staged_customer on staged_customer.customer_id = r.customer_id'
    : '';
  await db.query(
    `
    insert into staged_exception (kind, line_id, refund_id, customer_id, quantity)
    select case when r.quantity = 0 then 'refund_without_quantity' else 'refund_matches_nothing' end,
           nullif(r.line_id, ''), r.refund_id, r.customer_id, r.quantity - coalesce(p.quantity, 0)
      from refund r
      ${ofCustomers}
      left join (
        select refund_id, refund_line_id, sum(quantity) as quantity
          from staged_kept_note where matching <> 'named' group by refund_id, refund_line_id
      ) p on p.refund_id = r.refund_id and p.refund_line_id = r.line_id
     where r.refunded_at <= $1 and r.order_id is null and r.customer_id is not null
       and (r.quantity = 0 or r.quantity > coalesce(p.quantity, 0))
    `,
    [staging.asOf],
  );
}
