import { SALE_CHECK_BITS } from '../../../src/domain/reconciliation/sale-check-bits.ts';

const { self_referral: READABLE, ...CHECKS } = SALE_CHECK_BITS;
const BITS = Object.entries(CHECKS)
  .map(([kind, bit]) => `('${kind}', ${bit})`)
  .join(', ');

/**
 * What the sales of a table shaped like `reconciliation_sale` count for, as rows `subject, key, count`.
 *
 * @param sales - ours, never a stranger's word.
 */
export const saleTalliesSql = (sales: string): string => `
  select 'sale' as subject, partner_id as key, count(*) as count from ${sales} s group by partner_id
  union all
  select 'readable', partner_id, count(*) from ${sales} s where told & ${READABLE} <> 0 group by partner_id
  union all
  select 'check', check_bit.kind, sum(n)::bigint
    from (select told, count(*) as n from ${sales} s group by told) counted
    join (values ${BITS}) as check_bit(kind, bit) on told & bit <> 0
   group by check_bit.kind
`;

/** The same of exceptions. */
export const exceptionTalliesSql = (exceptions: string): string =>
  `select 'exception' as subject, kind as key, count(*) as count from ${exceptions} e group by kind`;

/** Customers with at least $1 orders of a partner, of a table shaped like `reconciliation_sale`. */
export const repeatedCustomersSql = (sales: string): string => `
  select partner_id, customer_id, count(*) as orders
    from ${sales} s
   where customer_id is not null
   group by partner_id, customer_id
  having count(*) >= $1
`;

/**
 * Those of them who made a large part of the partner's orders, as exceptions; $1 is the least part in basis points. Reads the
 * kept tallies, or those that stand before them.
 */
export const CONCENTRATED_SQL = `
  select 'customer_concentrated' as kind, c.partner_id, c.customer_id,
         c.customer_id || ' ' || c.orders || '/' || t.count as detail
    from reconciliation_customer c
    join reconciliation_tally t on t.subject = 'sale' and t.key = c.partner_id
   where c.orders * 10000 >= t.count * $1
`;
