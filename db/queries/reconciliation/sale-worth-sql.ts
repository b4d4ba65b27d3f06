import { AGREED_RATE_SQL, AGREED_RATES_SQL } from './agreed-rates-sql.ts';

/** Units of a line that are gone, by the part that is left: nothing comes back from most lines, and null costs nothing to add up. */
const GONE: Readonly<Record<string, string>> = {
  _in_window: 'kept.returned_in_window',
  _now: 'kept.returned_in_window + kept.returned_late',
};

/**
 * What the order of each doubtful sale is worth, and what commission the agreed rates make of it: of all lines, of
 * what was kept in the window and of what is kept by now. As `worths`: rounded half up, never below zero.
 */
export function saleWorthSql(): string {
  const parts = Object.keys(GONE);
  const left = (part: string, times: string): string =>
    `sum(worth${times}) - coalesce(sum(gone${part}${times}), 0)`;
  return `
    select order_id, greatest(sum(worth), 0) as value, greatest(round(sum(worth * rate_bps) / 10000), 0) as owed,
           ${parts.map((part) => `greatest(${left(part, '')}, 0) as value${part}`).join(', ')},
           ${parts.map((part) => `greatest(round((${left(part, ' * rate_bps')}) / 10000), 0) as owed${part}`).join(', ')}
      from (
        select lines.*, ${parts.map((part) => `div(worth * units${part}, quantity) as gone${part}`).join(', ')}
          from (
            select l.order_id, l.quantity, ${AGREED_RATE_SQL} as rate_bps,
                   l.quantity::numeric * l.unit_price_micros - l.discount_micros as worth,
                   ${parts.map((part) => `${GONE[part]} as units${part}`).join(', ')}
              from order_line l
              join staged_sale c on c.order_id = l.order_id and c.is_doubtful
              left join (
                select * from staged_line where returned_in_window + returned_late > 0 and quantity > 0
              ) kept on kept.order_id = l.order_id and kept.line_id = l.line_id
              ${AGREED_RATES_SQL}
          ) lines
      ) valued
     group by order_id`;
}
