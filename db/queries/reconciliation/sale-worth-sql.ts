/** Units of a line that are gone, by the part that is left: nothing comes back from most lines, and null costs nothing to add up. */
const GONE: Readonly<Record<string, string>> = {
  _in_window: 'kept.returned_in_window',
  _now: 'kept.returned_in_window + kept.returned_late',
};

/**
 * What the order of each staged commission is worth, and what commission the agreed rates make of it: of all lines, of
 * what was kept in the window and of what is kept by now. As `worths`: rounded half up, never below zero.
 */
export function saleWorthSql(): string {
  const parts = Object.keys(GONE);
  const left = (part: string, times: string): string =>
    `sum(worth${times}) - coalesce(sum(gone${part}${times}), 0)`;
  return `
    select order_id, min(ordered_at) as ordered_at, bool_and(currency = credited_currency) as is_one_currency,
           min(customer_id) as customer_id, min(code) as code, bool_and(rate_bps is not null) as has_rates,
           greatest(sum(worth), 0) as value, greatest(round(sum(worth * rate_bps) / 10000), 0) as owed,
           ${parts.map((part) => `greatest(${left(part, '')}, 0) as value${part}`).join(', ')},
           ${parts.map((part) => `greatest(round((${left(part, ' * rate_bps')}) / 10000), 0) as owed${part}`).join(', ')}
      from (
        select lines.*, ${parts.map((part) => `div(worth * units${part}, quantity) as gone${part}`).join(', ')}
          from (
            select l.order_id, l.ordered_at, l.currency, c.currency as credited_currency, l.customer_id, l.quantity,
                   upper(btrim(l.code)) as code, coalesce(g.rate_bps, a.rate_bps) as rate_bps,
                   l.quantity::numeric * l.unit_price_micros - l.discount_micros as worth,
                   ${parts.map((part) => `${GONE[part]} as units${part}`).join(', ')}
              from order_line l
              join staged_commission c on c.order_id = l.order_id
              left join (
                select * from staged_line where returned_in_window + returned_late > 0 and quantity > 0
              ) kept on kept.order_id = l.order_id and kept.line_id = l.line_id
              left join product on product.sku = l.sku
              left join staged_rate g
                on g.partner_id = c.partner_id and g.sku_group = product.category
               and c.converted_at >= g.since and c.converted_at < g.until
              left join staged_rate a
                on a.partner_id = c.partner_id and a.sku_group = '' and c.converted_at >= a.since and c.converted_at < a.until
          ) lines
      ) valued
     group by order_id`;
}
