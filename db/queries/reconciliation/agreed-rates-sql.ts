/** Joins to an order line `l` and its commission `c` what was agreed at the sale: for the line's group, and for all products. */
export const AGREED_RATES_SQL = `
              left join product on product.sku = l.sku
              left join staged_rate g
                on g.partner_id = c.partner_id and g.sku_group = product.category
               and c.converted_at >= g.since and c.converted_at < g.until
              left join staged_rate a
                on a.partner_id = c.partner_id and a.sku_group = '' and c.converted_at >= a.since and c.converted_at < a.until`;
export const AGREED_RATE_SQL = 'coalesce(g.rate_bps, a.rate_bps)';
