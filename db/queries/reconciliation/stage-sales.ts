import { SALE_CHECK_BITS } from '../../../src/domain/reconciliation/sale-check-bits.ts';
import { TOLERANCE_MICROS } from '../../../src/domain/reconciliation/sale-check-policy.ts';
import type { Queryable } from '../../client.ts';
import { AGREED_RATE_SQL, AGREED_RATES_SQL } from './agreed-rates-sql.ts';
import type { Staging } from './staging.ts';

/**
 * Counted conversions of which something may be wrong, into `staged_sale`; of every one which checks could tell, into
 * `staged_told` (of the commission only as far as rates go). Amounts are compared in floating point first,
 * which is several times as quick: what agrees with two micros to spare agrees, everything else is doubtful and reckoned
 * exactly afterwards.
 */
export async function stageSales(db: Queryable, { asOf, policy }: Staging): Promise<void> {
  const near = (found: string, expected: string): string =>
    `abs(${found} - greatest(${expected}, 0)) <= greatest(${expected} * $2 / 10000, ${TOLERANCE_MICROS}) * (1 - 1e-9) - 2`;
  await db.query(
    `
    create temp table staged_sale (
      order_id text, partner_id text, network text, conversion_id text, currency text, amount_micros bigint,
      commission_micros bigint, converted_at timestamptz, clicked_at timestamptz, customer_type text, owner_partner_id text,
      has_rates boolean, known_type text, is_late boolean, is_stray boolean, is_own boolean, is_doubtful boolean
    ) on commit drop
    `,
  );
  await db.query('create temp table staged_told (like reconciliation_sale) on commit drop');
  await db.query(
    `
    with worth as (
      select order_id, min(ordered_at) as ordered_at, bool_and(currency = credited_currency) as is_one_currency,
             min(customer_id) as customer_id, min(code) as code, bool_and(rate_bps is not null) as has_rates,
             sum(worth) as value, sum(worth * rate_bps) / 10000 as owed
        from (
          select l.order_id, l.ordered_at, l.currency, c.currency as credited_currency, l.customer_id, upper(btrim(l.code)) as code,
                 ${AGREED_RATE_SQL} as rate_bps, l.quantity::float8 * l.unit_price_micros - l.discount_micros as worth
            from order_line l
            join staged_commission c on c.order_id = l.order_id
            ${AGREED_RATES_SQL}
        ) lines
       group by order_id
    ),
    owner as materialized (
      select distinct on (upper(btrim(code))) upper(btrim(code)) as code, owner_partner_id
        from code where owner_partner_id is not null
       order by upper(btrim(code)), code
    ),
    person as materialized (
      select distinct partner_id, unnest(partner_as_customer(address)) as customer_key from partner_contact
    ),
    sale as materialized (
      select c.order_id, c.partner_id, c.network, c.conversion_id, c.currency, c.amount_micros, c.commission_micros, c.converted_at,
             c.clicked_at, c.customer_type, owner.owner_partner_id, w.has_rates,
             case when c.customer_type is null or history.since + make_interval(hours => 24 * $5) > w.ordered_at then null
                  when f.first_ordered_at < w.ordered_at then 'returning'
                  when f.first_ordered_at is not null then 'new' end as known_type,
             c.converted_at > w.ordered_at + make_interval(hours => 24 * $4) as is_late,
             c.clicked_at > w.ordered_at or c.clicked_at + make_interval(hours => 24 * $3) < w.ordered_at as is_stray,
             person.customer_key is not null as is_own,
             not c.is_declined and w.is_one_currency
               and not (${near('c.amount_micros', 'w.value')} and (not w.has_rates or ${near('c.commission_micros', 'w.owed')}))
               as is_doubtful,
             w.customer_id,
             ${told('not c.is_declined and w.is_one_currency', SALE_CHECK_BITS.sale_amount_differs)}
               + ${told('not c.is_declined and w.is_one_currency and w.has_rates', SALE_CHECK_BITS.commission_differs)}
               + ${told('c.clicked_at is not null', SALE_CHECK_BITS.click_outside_window)}
               + ${told('owner.owner_partner_id is not null', SALE_CHECK_BITS.code_owner_differs)}
               + ${told('is_readable_customer(w.customer_id)', SALE_CHECK_BITS.self_referral)} as told
        from staged_commission c
        join worth w using (order_id)
        cross join (select min(first_ordered_at) as since from customer_first_order) history
        left join owner on owner.code = coalesce(c.code, w.code)
        left join person on person.partner_id = c.partner_id and person.customer_key = customer_key(w.customer_id)
        left join customer_first_order f on c.customer_type is not null and f.customer_id = w.customer_id
       where w.ordered_at <= $1
    ),
    told as (
      insert into staged_told
      select order_id, partner_id, customer_id,
             told + ${told('known_type is not null', SALE_CHECK_BITS.customer_type_differs)}
        from sale
    )
    insert into staged_sale
    select order_id, partner_id, network, conversion_id, currency, amount_micros, commission_micros, converted_at, clicked_at,
           customer_type, owner_partner_id, has_rates, known_type, is_late, is_stray, is_own, is_doubtful
      from sale
     where is_doubtful or is_late or is_stray or is_own or customer_type <> known_type or owner_partner_id <> partner_id
    `,
    [
      asOf,
      policy.saleToleranceBps,
      policy.saleClickWindowDays,
      policy.saleReportDays,
      policy.saleHistoryDays,
    ],
  );
  await db.query('analyze staged_sale, staged_told');
}

/** A bit, where something holds. */
const told = (condition: string, bit: number): string => `case when ${condition} then ${bit} else 0 end`;
