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
    owner as (
      select distinct on (upper(btrim(code))) upper(btrim(code)) as code, owner_partner_id
        from code where owner_partner_id is not null
       order by upper(btrim(code)), code
    ),
    sale as (
      select c.*, w.ordered_at, w.value, w.owed, w.order_currency, w.has_rates, owner.owner_partner_id,
             not c.is_declined and w.is_one_currency and w.order_currency = c.currency as is_comparable,
             ${held('c.amount_micros', 'w.value')} as is_amount_held,
             ${held('c.commission_micros', 'w.owed')} as is_commission_held,
             case when w.history_since + make_interval(hours => 24 * $5) <= w.ordered_at
                  then case when w.customer_since < w.ordered_at then 'returning'
                            when w.customer_since is not null then 'new' end end as known_type,
             w.customer_id = any(partner_as_customer(p.email)) as is_own
        from staged_commission c
        join worth w using (order_id)
        left join owner on owner.code = coalesce(c.code, w.code)
        left join partner p on p.partner_id = c.partner_id
    )
    insert into staged_exception (kind, order_id, partner_id, network, conversion_id, expected_micros, found_micros, currency, detail)
    select odd.kind, sale.order_id, sale.partner_id, sale.network, sale.conversion_id, odd.expected, odd.found,
           case when odd.found is not null then sale.currency end, odd.detail
      from sale
      cross join lateral (values
        ('sale_amount_differs', is_comparable and not is_amount_held, value::bigint, amount_micros, null),
        ('commission_differs', is_comparable and is_amount_held and has_rates and not is_commission_held, owed::bigint,
          commission_micros, null),
        ('customer_type_differs', customer_type <> known_type, null, null, known_type),
        ('code_owner_differs', owner_partner_id <> partner_id, null, null, owner_partner_id),
        ('conversion_late', converted_at > ordered_at + make_interval(hours => 24 * $4), null, null,
          ${iso('converted_at')}),
        ('click_outside_window', clicked_at > ordered_at or clicked_at + make_interval(hours => 24 * $3) < ordered_at, null, null,
          ${iso('clicked_at')}),
        ('self_referral', is_own, null, null, null)
      ) as odd(kind, is_odd, expected, found, detail)
     where ordered_at <= $1 and odd.is_odd
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
