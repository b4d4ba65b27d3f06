import { TTC_BIN_COUNT, TTC_BIN_EDGES_SECONDS } from '../../../src/domain/fraud/ttc-bins.ts';

/** What `picked` has to give besides `day`. */
export const PICKED_CONVERSION = [
  'partner_id',
  'network',
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
const HISTOGRAM = Array.from({ length: TTC_BIN_COUNT }, (_, bin) => `count(*) filter (where bin = ${bin})`);

/**
 * The rows of `fraud_conversion_sketch`, in the table's column order, of the conversions that `picked` selects.
 *
 * Every rule of `src/domain/fraud/sketch.ts` about conversions stands here and nowhere else.
 *
 * Its parameters $1 and $2 are the start and end of the coverage by site events, null when there are none.
 *
 * @param picked - a query that gives `PICKED_CONVERSION` and `day`; all conversions of a partner-day or none.
 */
export function conversionSketchSql(picked: string): string {
  return `
    with picked as materialized (
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
             case when status = 'reversed' then 0 else commission_micros end as payable_micros,
             count(*) filter (where ttc > 0)
               over (partition by partner_id, day, network, any_device, customer_type, currency, floor(ttc)) as equal_ttc
        from timed
    )
    select partner_id, day, network, any_device as device, coalesce(customer_type, '') as customer_type, currency,
           count(*) as conversions,
           count(ttc) as timed,
           count(*) filter (where ttc <= 0) as not_after_click,
           count(*) filter (where is_after and ttc < 1) as under_one_second,
           count(*) filter (where is_after and ttc < 10) as under_ten_seconds,
           count(*) filter (where is_fast) as fast,
           count(*) filter (where ttc is not null and click_on_ten) as clicks_on_tens,
           count(*) filter (where ttc is not null and click_on_fifteen) as clicks_on_fifteens,
           count(*) filter (where ttc is not null and order_on_ten) as orders_on_tens,
           count(*) filter (where ttc is not null and order_on_fifteen) as orders_on_fifteens,
           array[${HISTOGRAM.join(', ')}]::int[] as ttc_histogram,
           count(*) filter (where is_after) * (count(*) filter (where is_after) - 1) / 2 as ttc_pairs,
           -- Each of c equal values adds c - 1, which counts every pair twice.
           coalesce(sum(equal_ttc - 1) filter (where is_after), 0)::bigint / 2 as ttc_equal_pairs,
           count(in_cart) as cart_known,
           count(*) filter (where in_cart) as in_cart,
           count(in_cart) filter (where is_after) as cart_timed,
           count(*) filter (where in_cart and is_after) as in_cart_timed,
           count(in_cart) filter (where is_fast) as fast_cart_known,
           count(*) filter (where in_cart and is_fast) as fast_in_cart,
           count(code) as coded,
           count(*) filter (where owner_id = partner_id) as own_code,
           count(*) filter (where is_others_code) as others_code,
           count(buyer_id) as buyer_known,
           count(buyer_id) - count(distinct buyer_id) as buyer_repeats,
           count(ip_hash) as address_known,
           count(ip_hash) - count(distinct ip_hash) as address_repeats,
           sum(payable_micros)::bigint as commission_micros,
           coalesce(sum(payable_micros) filter (where is_fast), 0)::bigint as fast_commission_micros,
           coalesce(sum(payable_micros) filter (where in_cart), 0)::bigint as in_cart_commission_micros,
           coalesce(sum(payable_micros) filter (where is_fast or in_cart), 0)::bigint
             as fast_or_in_cart_commission_micros,
           coalesce(sum(payable_micros) filter (where is_others_code), 0)::bigint as others_code_commission_micros,
           min(any_clicked_at) filter (where visitor_id is not null) as first_clicked_at,
           max(any_clicked_at) filter (where visitor_id is not null) as last_clicked_at
      from judged
     group by partner_id, day, network, any_device, customer_type, currency
  `;
}
