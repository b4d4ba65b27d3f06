import { SALE_CHECK_BITS } from '../../../src/domain/reconciliation/sale-check-bits.ts';
import { TOLERANCE_MICROS } from '../../../src/domain/reconciliation/sale-check-policy.ts';
import type { Queryable } from '../../client.ts';
import { saleWorthSql } from './sale-worth-sql.ts';
import { stageRates } from './stage-rates.ts';
import { stageSales } from './stage-sales.ts';
import type { Staging } from './staging.ts';

/** Holds every counted conversion against its order, as `SALE_CHECKS` do, into `staged_exception`. */
export async function stageSaleChecks(db: Queryable, staging: Staging): Promise<void> {
  await stageRates(db);
  await stageSales(db, staging);
  const agrees = (found: string, expected: string): string =>
    `abs(${found} - ${expected}) <= greatest(div(${expected} * $1, 10000), ${TOLERANCE_MICROS})`;
  const held = (found: string, worth: string): string =>
    `(${['', '_in_window', '_now'].map((part) => agrees(found, `${worth}${part}`)).join(' or ')})`;
  const iso = (moment: string): string =>
    `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  await db.query(
    `
    with worth as (${saleWorthSql()}),
    sale as materialized (
      select s.*, w.value, w.owed, s.is_doubtful and not ${held('s.amount_micros', 'w.value')} as is_other_amount,
             s.is_doubtful and s.has_rates and not ${held('s.commission_micros', 'w.owed')} as is_other_commission
        from staged_sale s
        left join worth w using (order_id)
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
    `,
    [staging.policy.saleToleranceBps],
  );
  // Where the sale itself is another, its commission is not held against anything.
  await db.query(
    `
    update staged_told set told = told & ~$1::smallint
      from staged_exception e
     where e.kind = 'sale_amount_differs' and e.order_id = staged_told.order_id
    `,
    [SALE_CHECK_BITS.commission_differs],
  );
}
