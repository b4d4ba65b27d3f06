/**
 * What is set aside and names neither an order nor a customer, or depends on the clock: looked up by indexes, never kept. $1 is the as-of,
 * $2 the clock.
 */
export const LOOSE_EXCEPTIONS_SQL = `
  select 'conversion_without_order' as kind, null::text as order_id, null::text as line_id, partner_id, network, conversion_id,
         null::text as refund_id, null::text as customer_id, null::bigint as quantity, null::bigint as expected_micros,
         null::bigint as found_micros, null::text as currency, null::text as detail
    from conversion
   where order_id is null and converted_at <= $1
  union all
  select case when quantity = 0 then 'refund_without_quantity' else 'refund_matches_nothing' end, null, nullif(line_id, ''), null,
         null, null, refund_id, null, quantity, null, null, null, null
    from refund
   where order_id is null and customer_id is null and refunded_at <= $1
  union all
  select 'order_in_future', order_id, null, null, null, null, null, null, null, null, null, null, null
    from order_line
   where ordered_at > greatest($1::timestamptz, $2::timestamptz)
     and not exists (select from conversion c where c.order_id = order_line.order_id and c.converted_at <= $1)
   group by order_id
`;

/** How many of each kind there are: the kept ones by their counts. */
export const EXCEPTION_COUNTS_SQL = `
  select kind, sum(count)::bigint as count
    from (
      select key as kind, count from reconciliation_tally where subject = 'exception' and count > 0
      union all
      select kind, count(*) from (${LOOSE_EXCEPTIONS_SQL}) loose group by kind
    ) counted
   group by kind
`;

/** Everything that was found, kept and loose. */
export const EXCEPTIONS_SQL = `select * from reconciliation_exception union all ${LOOSE_EXCEPTIONS_SQL}`;
