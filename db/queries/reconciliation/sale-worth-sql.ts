const PARTS: Readonly<Record<string, string>> = {
  '': '0',
  _in_window: 'coalesce(kept.returned_in_window, 0)',
  _now: 'coalesce(kept.returned_in_window + kept.returned_late, 0)',
};

/**
 * What the order of each staged commission is worth, and what commission the agreed rates make of it: of all lines, of
 * what was kept in the window and of what is kept by now. As `worths`: rounded half up, never below zero.
 */
export function saleWorthSql(): string {
  const parts = Object.keys(PARTS);
  return `
    select order_id, min(ordered_at) as ordered_at, min(currency) as order_currency, min(currency) = max(currency) as is_one_currency,
           min(customer_id) as customer_id, min(customer_since) as customer_since, min(code) as code,
           (select min(first_ordered_at) from customer_first_order) as history_since, bool_and(rate_bps is not null) as has_rates,
           ${parts.map((part) => `greatest(sum(value${part}), 0) as value${part}`).join(', ')},
           ${parts.map((part) => `greatest(round(sum(value${part} * rate_bps) / 10000), 0) as owed${part}`).join(', ')}
      from (
        select lines.*, ${parts.map((part) => `worth - case when quantity > 0 then div(worth * gone${part}, quantity) else 0 end as value${part}`).join(', ')}
          from (
            select l.order_id, l.ordered_at, l.currency, l.customer_id, upper(btrim(l.code)) as code, l.quantity,
                   f.first_ordered_at as customer_since, coalesce(g.rate_bps, a.rate_bps) as rate_bps,
                   l.quantity::numeric * l.unit_price_micros - l.discount_micros as worth,
                   ${parts.map((part) => `${PARTS[part]} as gone${part}`).join(', ')}
              from order_line l
              join staged_commission c on c.order_id = l.order_id
              left join staged_line kept
                on kept.order_id = l.order_id and kept.line_id = l.line_id and kept.returned_in_window + kept.returned_late > 0
              left join product on product.sku = l.sku
              left join staged_rate g
                on g.partner_id = c.partner_id and g.sku_group = product.category
               and c.converted_at >= g.since and c.converted_at < g.until
              left join staged_rate a
                on a.partner_id = c.partner_id and a.sku_group = '' and c.converted_at >= a.since and c.converted_at < a.until
              left join customer_first_order f on f.customer_id = l.customer_id
          ) lines
      ) valued
     group by order_id`;
}
