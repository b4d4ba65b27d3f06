import { TTC_BIN_COUNT } from '../../../src/domain/fraud/ttc-bins.ts';
import { judgedConversionsSql } from './judged-conversions-sql.ts';

const HISTOGRAM = Array.from({ length: TTC_BIN_COUNT }, (_, bin) => `count(*) filter (where bin = ${bin})`);

/**
 * The rows of `fraud_conversion_sketch`, in the table's column order, of the conversions that `picked` selects.
 *
 * Parameters $1 and $2 are the start and end of the coverage by site events, null when there are none.
 *
 * @param picked - a query that gives `PICKED_CONVERSION` and `day`; all conversions of a partner-day or none.
 */
export function conversionSketchSql(picked: string): string {
  return `
    with ${judgedConversionsSql(picked)},
    counted as (
      select judged.*,
             count(*) filter (where ttc > 0)
               over (partition by partner_id, day, network, any_device, customer_type, currency, floor(ttc)) as equal_ttc
        from judged
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
           count(buyer_id) - count(distinct buyer_id collate "C") as buyer_repeats,
           count(ip_hash) as address_known,
           count(ip_hash) - count(distinct ip_hash) as address_repeats,
           sum(payable_micros)::bigint as commission_micros,
           coalesce(sum(payable_micros) filter (where is_fast), 0)::bigint as fast_commission_micros,
           coalesce(sum(payable_micros) filter (where in_cart), 0)::bigint as in_cart_commission_micros,
           coalesce(sum(payable_micros) filter (where is_fast or in_cart), 0)::bigint
             as fast_or_in_cart_commission_micros,
           coalesce(sum(payable_micros) filter (where is_others_code), 0)::bigint as others_code_commission_micros,
           coalesce(
             array_agg(hashtextextended(buyer_id, 0) order by buyer_id collate "C") filter (where buyer_id is not null),
             '{}'
           ) as buyers,
           min(any_clicked_at) filter (where visitor_id is not null) as first_clicked_at,
           max(any_clicked_at) filter (where visitor_id is not null) as last_clicked_at
      from counted
     group by partner_id, day, network, any_device, customer_type, currency
  `;
}
