import { TTC_BIN_EDGES_SECONDS } from '../../../src/domain/fraud/ttc-bins.ts';

/** What `picked` has to give besides `day`. */
export const PICKED_CONVERSION = [
  'partner_id',
  'network',
  'conversion_id',
  'order_id',
  'click_id',
  'clicked_at',
  'converted_at',
  'lapse_seconds',
  'commission_micros',
  'currency',
  'status',
  'code',
  'customer_type',
  'device',
]
  .map((column) => `conversion.${column}`)
  .join(', ');

const EDGES = `array[${TTC_BIN_EDGES_SECONDS.join(', ')}]::float8[]`;

/**
 * The common table expressions that end in `judged`: each picked conversion with what can be said of it alone,
 * as `src/domain/fraud/sketch.ts` defines the words.
 *
 * Parameters $1 and $2 are the start and end of the coverage by site events, null when there are none.
 *
 * @param picked - a query that gives `PICKED_CONVERSION` and `day`.
 */
export function judgedConversionsSql(picked: string): string {
  return `
    picked as materialized (
      ${picked}
    ),
    -- A click id is the network's: should it name two clicks of a partner, the first is meant.
    chosen_click as materialized (
      select distinct on (click.partner_id collate "C", click.click_id collate "C")
             click.partner_id, click.click_id, click.clicked_at, click.visitor_id, click.device, click.ip_hash
        from click
        join (select distinct partner_id, click_id from picked where click_id is not null) named
          on named.partner_id = click.partner_id and named.click_id = click.click_id
       order by click.partner_id collate "C", click.click_id collate "C", click.clicked_at
    ),
    buyer as materialized (
      select order_id, min(visitor_id) as visitor_id, min(customer_id) as customer_id
        from order_line
       where order_id in (select order_id from picked)
       group by order_id
    ),
    owner as materialized (
      select upper(btrim(code)) as code, min(owner_partner_id) as partner_id
        from code
       group by upper(btrim(code))
    ),
    joined as (
      select picked.*,
             lower(coalesce(picked.device, chosen_click.device, '')) as any_device,
             coalesce(picked.clicked_at, chosen_click.clicked_at,
                      picked.converted_at - picked.lapse_seconds * interval '1 second') as any_clicked_at,
             coalesce(chosen_click.visitor_id, buyer.visitor_id) as visitor_id,
             coalesce(buyer.customer_id, chosen_click.visitor_id, buyer.visitor_id) as buyer_id,
             chosen_click.ip_hash,
             owner.partner_id as owner_id
        from picked
        left join chosen_click
          on chosen_click.partner_id = picked.partner_id and chosen_click.click_id = picked.click_id
        left join buyer on buyer.order_id = picked.order_id
        left join owner on owner.code = upper(btrim(picked.code))
    ),
    timed as (
      select joined.*,
             coalesce(lapse_seconds::float8, date_part('epoch', converted_at - any_clicked_at)) as ttc,
             case when visitor_id is null or any_clicked_at between $1 and $2 is not true then null
                  else exists (
                    select from site_event
                     where site_event.visitor_id = joined.visitor_id
                       and site_event.occurred_at >= any_clicked_at - interval '30 minutes'
                       and site_event.occurred_at < any_clicked_at
                       -- Said by what it is not: PostgreSQL 18 prices an index condition on a list here a thousandfold.
                       and site_event.event <> all (array['view', 'purchase'])
                  )
             end as in_cart
        from joined
    ),
    judged as (
      select timed.*,
             ttc > 0 as is_after,
             ttc > 0 and ttc < 60 as is_fast,
             case when ttc > 0 then width_bucket(ttc, ${EDGES}) end as bin,
             case when lapse_seconds is not null then lapse_seconds % 10 = 0
                  else date_part('second', any_clicked_at) in (0, 10, 20, 30, 40, 50) end as click_on_ten,
             case when lapse_seconds is not null then lapse_seconds % 15 = 0
                  else date_part('second', any_clicked_at) in (0, 15, 30, 45) end as click_on_fifteen,
             case when lapse_seconds is not null then lapse_seconds % 10 = 0
                  else date_part('second', converted_at) in (0, 10, 20, 30, 40, 50) end as order_on_ten,
             case when lapse_seconds is not null then lapse_seconds % 15 = 0
                  else date_part('second', converted_at) in (0, 15, 30, 45) end as order_on_fifteen,
             coalesce(owner_id <> partner_id, false) as is_others_code,
             case when status = 'reversed' then 0 else commission_micros end as payable_micros
        from timed
    )
  `;
}
