/**
 * Pending commission that its network locks before the shop's window ends, a row a line: `early`. What the network's own
 * record says of its lock goes before the rule. Locks are worked out once a sale, of which a line is one of several.
 *
 * $1 is the moment, $2 the rules by network as JSON.
 */
export const EARLY_SQL = `
    rule as (
      select key as network, value ->> 'from' as counted_from, (value ->> 'days')::int as days, (value ->> 'day')::int as day
        from jsonb_each($2::jsonb)
    ),
    pending as (
      select network, partner_id, currency, order_id, conversion_id, lock_at, earned_micros - reversed_micros as micros
        from reconciliation_line
       where stands = 'reserved' and network <> 'direct' and earned_micros > reversed_micros
    ),
    sale as materialized (
      select k.network, k.conversion_id, k.converted_at,
             coalesce(
               case when c.extra is not null then network_lock_at(k.network, c.extra) end,
               case rule.counted_from
                 when 'sale' then k.converted_at + make_interval(hours => 24 * rule.days)
                 when 'next-month' then
                   (date_trunc('month', k.converted_at at time zone 'UTC') + interval '1 month' + make_interval(days => rule.day - 1))
                     at time zone 'UTC'
               end
             ) as locks_at
        from (select distinct network, conversion_id from pending) sold
        join conversion_key k using (network, conversion_id)
        left join conversion c
          on k.network in ('impact', 'cj')
         and c.partner_id = k.partner_id and c.network = k.network and c.conversion_id = k.conversion_id
         and c.converted_at = k.converted_at
        left join rule on rule.network = k.network
    ),
    early as (
      select pending.*, sale.converted_at, sale.locks_at,
             to_char(sale.locks_at at time zone 'UTC', 'IYYY"-W"IW') as week
        from pending
        join sale using (network, conversion_id)
       where sale.locks_at < pending.lock_at and sale.locks_at > $1
    )`;
