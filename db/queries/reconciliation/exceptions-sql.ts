/**
 * Everything that the result sets aside, as rows (kind, order_id, line_id, partner_id, network, conversion_id,
 * refund_id, quantity); the first kind that fits. $1 is the as-of, $2 the clock.
 */
export const EXCEPTIONS_SQL = `
  with orders as (
    select order_id, count(*) as lines, min(ordered_at) as ordered_at, min(currency) as currency
      from order_line
     group by order_id
  ),
  placed as (
    select refund_id, refund_line_id, sum(quantity) as quantity from reconciliation_note group by refund_id, refund_line_id
  )
  select kind, order_id, null::text as line_id, partner_id, network, conversion_id, null::text as refund_id,
         null::bigint as quantity
    from (
      select c.order_id, c.partner_id, c.network, c.conversion_id,
             case when o.order_id is null then 'conversion_without_order'
                  when o.ordered_at > $1 then 'order_in_future'
                  when c.status = 'unknown' and c.status_raw <> '' then 'conversion_status_unknown'
                  when c.commission_micros < 0 then 'conversion_negative'
                  when counted.conversion_id is null then 'conversion_duplicate'
                  when c.currency <> o.currency then 'conversion_currency_differs'
             end as kind
        from conversion c
        left join orders o on o.order_id = c.order_id
        left join (
          select distinct order_id, network, conversion_id from reconciliation_line
        ) counted on counted.order_id = c.order_id and counted.network = c.network and counted.conversion_id = c.conversion_id
       where c.converted_at <= $1
    ) conversions
   where kind is not null
  union all
  select 'order_in_future', order_id, null, null, null, null, null, null
    from orders
   where ordered_at > greatest($1::timestamptz, $2::timestamptz)
     and not exists (select from conversion c where c.order_id = orders.order_id and c.converted_at <= $1)
  union all
  select kind, order_id, line_id, null, null, null, refund_id, quantity::bigint
    from (
      select r.order_id, nullif(r.line_id, '') as line_id, r.refund_id, r.quantity - coalesce(p.quantity, 0) as quantity,
             case when r.quantity = 0 then 'refund_without_quantity'
                  when r.order_id is null then case when r.quantity > coalesce(p.quantity, 0) then 'refund_matches_nothing' end
                  when o.order_id is null then 'refund_order_unknown'
                  when o.ordered_at > $1 then 'order_in_future'
                  when not meant.is_found then 'refund_line_unknown'
                  when not meant.is_same_currency then 'refund_currency_differs'
                  when r.quantity > coalesce(p.quantity, 0) then 'refund_exceeds_purchase'
                  when r.amount_micros > meant.value_micros then 'refund_amount_exceeds_sale'
             end as kind
        from refund r
        left join orders o on o.order_id = r.order_id
        left join placed p on p.refund_id = r.refund_id and p.refund_line_id = r.line_id
        left join lateral (
          select count(*) > 0 as is_found, coalesce(bool_or(l.currency = r.currency), false) as is_same_currency,
                 sum(l.quantity::numeric * l.unit_price_micros - l.discount_micros) as value_micros
            from order_line l
           where l.order_id = r.order_id
             and case when r.line_id <> '' then l.line_id = r.line_id
                      when r.sku is not null then l.sku = r.sku
                      else o.lines = 1 end
        ) meant on true
       where r.refunded_at <= $1
    ) refunds
   where kind is not null
`;
