import type { Queryable } from '../../client.ts';
import type { Staging } from './staging.ts';

/**
 * Splits each staged commission over its order's lines by largest remainder, as `splitCommission` does, into
 * `staged_share`. Lines of the future have their share and are left out. The lock is that of `lockAt`; days are of 24 hours,
 * whatever the session's zone does in spring.
 */
export async function stageShares(db: Queryable, { asOf, policy }: Staging): Promise<void> {
  await db.query(`
    create temp table staged_share (
      order_id text, line_id text, ordered_at timestamptz, lock_at timestamptz, quantity integer, earned_micros bigint
    ) on commit drop
  `);
  await db.query(
    `
    with holiday as materialized (
      select "from", until, "extendedUntil" as extended_until
        from jsonb_to_recordset($4::jsonb) as h("from" timestamptz, until timestamptz, "extendedUntil" timestamptz)
    ),
    weighed as (
      select l.order_id, l.line_id, l.sku, l.ordered_at, l.delivered_at, l.quantity, c.commission_micros,
             greatest(l.quantity::numeric * l.unit_price_micros - l.discount_micros, 0) as weight
        from order_line l
        join staged_commission c using (order_id)
    ),
    summed as (
      select weighed.*, sum(weight) over (partition by order_id) as whole, count(*) over (partition by order_id) as lines
        from weighed
    ),
    floored as (
      select summed.*,
             case when whole = 0 then div(commission_micros, lines) else div(commission_micros * weight, whole) end as part,
             case when whole = 0 then 0 else mod(commission_micros * weight, whole) end as remainder
        from summed
    ),
    ranked as (
      select floored.*, commission_micros - sum(part) over (partition by order_id) as left_over,
             row_number() over (
               partition by order_id order by remainder desc, length(line_id), line_id collate "C"
             ) as place
        from floored
    )
    insert into staged_share
    select ranked.order_id, ranked.line_id, ranked.ordered_at,
           greatest(
             coalesce(ranked.delivered_at, ranked.ordered_at)
               + make_interval(hours => 24 * coalesce(($3::jsonb ->> product.category)::int, $2)),
             (select max(extended_until) from holiday
               where ranked.ordered_at >= holiday."from" and ranked.ordered_at < holiday.until)
           ),
           ranked.quantity, (part + (place <= left_over)::int)::bigint
      from ranked
      left join product on product.sku = ranked.sku
     where ranked.ordered_at <= $1
    `,
    [asOf, policy.windowDays, JSON.stringify(policy.windowDaysByCategory), JSON.stringify(policy.holidays)],
  );
  await db.query('analyze staged_share');
}
