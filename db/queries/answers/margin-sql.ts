/**
 * What credited orders brought, as one definition: `orders` needs a table `credited (order_id)` and the currency as `$2`.
 * An order with a line whose product has no known cost in that currency is left out whole.
 */
export const MARGIN_ORDERS = `orders as (
      select l.order_id,
             bool_and(p.unit_cost_micros is not null and p.currency = $2) as has_costs,
             sum(l.quantity * l.unit_price_micros - l.discount_micros) as net,
             sum(l.quantity * p.unit_cost_micros) as goods,
             sum(l.quantity * coalesce(p.fulfilment_cost_micros, 0)) as fulfilment
        from credited c
        join order_line l using (order_id)
        left join product p using (sku)
       where l.currency = $2
       group by l.order_id
    )`;

/** The sums over `orders`, for a select list. */
export const MARGIN_SUMS = `count(*) filter (where has_costs)::int as orders,
           coalesce(sum(net) filter (where has_costs), 0)::bigint as net_micros,
           coalesce(sum(goods) filter (where has_costs), 0)::bigint as goods_micros,
           coalesce(sum(fulfilment) filter (where has_costs), 0)::bigint as fulfilment_micros`;
