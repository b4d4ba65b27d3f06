/**
 * Pending commission that its network locks before the shop's window ends, a row a line: `early`. What the network's own
 * record says of its lock goes before the rule.
 *
 * $1 is the moment, $2 the rules by network as JSON.
 */
export const EARLY_SQL = `
    rule as (
      select key as network, value ->> 'from' as counted_from, (value ->> 'days')::int as days, (value ->> 'day')::int as day
        from jsonb_each($2::jsonb)
    ),
    early as (
      select l.network, l.partner_id, l.currency, l.order_id, l.conversion_id, k.converted_at, l.lock_at,
             l.earned_micros - l.reversed_micros as micros, lock.at as locks_at,
             to_char(lock.at at time zone 'UTC', 'IYYY"-W"IW') as week
        from reconciliation_line l
        join conversion_key k using (network, conversion_id)
        left join conversion c
          on l.network in ('impact', 'cj')
         and c.partner_id = k.partner_id and c.network = k.network and c.conversion_id = k.conversion_id
         and c.converted_at = k.converted_at
        left join rule on rule.network = l.network
        cross join lateral (
          select coalesce(
            network_lock_at(l.network, c.extra),
            case rule.counted_from
              when 'sale' then k.converted_at + make_interval(hours => 24 * rule.days)
              when 'next-month' then
                (date_trunc('month', k.converted_at at time zone 'UTC') + interval '1 month' + make_interval(days => rule.day - 1))
                  at time zone 'UTC'
            end
          ) as at
        ) lock
       where l.stands = 'reserved' and l.network <> 'direct' and l.earned_micros > l.reversed_micros
         and lock.at < l.lock_at and lock.at > $1
    )`;
