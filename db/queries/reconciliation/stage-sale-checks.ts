import { TOLERANCE_MICROS } from '../../../src/domain/reconciliation/sale-check-policy.ts';
import type { Queryable } from '../../client.ts';
import { saleWorthSql } from './sale-worth-sql.ts';
import type { Staging } from './staging.ts';

/** Holds every counted conversion against its order, as `SALE_CHECKS` do, into `staged_exception`. */
export async function stageSaleChecks(db: Queryable, { asOf, policy }: Staging): Promise<void> {
  const { saleToleranceBps, saleClickWindowDays, saleReportDays, saleHistoryDays } = policy;
  await stageRates(db);
  const agrees = (found: string, expected: string): string =>
    `abs(${found} - ${expected}) <= greatest(div(${expected} * $2, 10000), ${TOLERANCE_MICROS})`;
  const held = (found: string, worth: string): string =>
    `(${['', '_in_window', '_now'].map((part) => agrees(found, `${worth}${part}`)).join(' or ')})`;
  const iso = (moment: string): string =>
    `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  await db.query(
    `
    with worth as (${saleWorthSql()}),
    owner as materialized (
      select distinct on (upper(btrim(code))) upper(btrim(code)) as code, owner_partner_id
        from code where owner_partner_id is not null
       order by upper(btrim(code)), code
    ),
    person as materialized (
      select partner_id, unnest(partner_as_customer(email)) as customer_id from partner where email is not null
    ),
    sale as materialized (
      select c.order_id, c.partner_id, c.network, c.conversion_id, c.currency, c.amount_micros, c.commission_micros, c.converted_at,
             c.clicked_at, c.customer_type, w.value, w.owed, owner.owner_partner_id,
             not c.is_declined and w.is_one_currency and not ${held('c.amount_micros', 'w.value')} as is_other_amount,
             not c.is_declined and w.is_one_currency and w.has_rates and not ${held('c.commission_micros', 'w.owed')} as is_other_commission,
             case when c.customer_type is null or history.since + make_interval(hours => 24 * $5) > w.ordered_at then null
                  when f.first_ordered_at < w.ordered_at then 'returning'
                  when f.first_ordered_at is not null then 'new' end as known_type,
             c.converted_at > w.ordered_at + make_interval(hours => 24 * $4) as is_late,
             c.clicked_at > w.ordered_at or c.clicked_at + make_interval(hours => 24 * $3) < w.ordered_at as is_stray,
             person.customer_id is not null as is_own
        from staged_commission c
        join worth w using (order_id)
        cross join (select min(first_ordered_at) as since from customer_first_order) history
        left join owner on owner.code = coalesce(c.code, w.code)
        left join person on person.partner_id = c.partner_id and person.customer_id = w.customer_id
        left join customer_first_order f on f.customer_id = w.customer_id
       where w.ordered_at <= $1
    )
    insert into staged_exception (kind, order_id, partner_id, network, conversion_id, expected_micros, found_micros, currency, detail)
    select odd.kind, sale.order_id, sale.partner_id, sale.network, sale.conversion_id, odd.expected, odd.found,
           case when odd.found is not null then sale.currency end, odd.detail
      from sale
      cross join lateral (values
        ('sale_amount_differs', is_other_amount, value::bigint, amount_micros, null),
        ('commission_differs', is_other_commission and not is_other_amount, owed::bigint, commission_micros, null),
        ('customer_type_differs', customer_type <> known_type, null, null, known_type),
        ('code_owner_differs', owner_partner_id <> partner_id, null, null, owner_partner_id),
        ('conversion_late', is_late, null, null, ${iso('converted_at')}),
        ('click_outside_window', is_stray, null, null, ${iso('clicked_at')}),
        ('self_referral', is_own, null, null, null)
      ) as odd(kind, is_odd, expected, found, detail)
     where odd.is_odd
       and (is_other_amount or is_other_commission or customer_type <> known_type or owner_partner_id <> partner_id or is_late
            or is_stray or is_own)
    `,
    [asOf, saleToleranceBps, saleClickWindowDays, saleReportDays, saleHistoryDays],
  );
}

/** The agreed rates as spans that do not overlap: where two hold, the one that began later. */
async function stageRates(db: Queryable): Promise<void> {
  await db.query(`
    create temp table staged_rate on commit drop as
    select span.partner_id, span.sku_group, span.since, span.until, r.rate_bps
      from (
        select partner_id, sku_group, at as since,
               coalesce(lead(at) over (partition by partner_id, sku_group order by at), 'infinity') as until
          from (
            select partner_id, sku_group, starts_at as at from rate
            union
            select partner_id, sku_group, ends_at from rate where ends_at is not null
          ) turns
      ) span
      join lateral (
        select rate_bps from rate
         where partner_id = span.partner_id and sku_group = span.sku_group and starts_at <= span.since
           and (ends_at is null or ends_at > span.since)
         order by starts_at desc
         limit 1
      ) r on true
  `);
  await db.query('analyze staged_rate');
}
