import type { Queryable } from '../../client.ts';
import { type Staging, withinScope } from './staging.ts';
import {
  CONCENTRATED_SQL,
  exceptionTalliesSql,
  repeatedCustomersSql,
  saleTalliesSql,
} from './tallies-sql.ts';

/**
 * Moves the kept counts by what the staged result says otherwise than the kept one, or counts anew when everything was
 * reckoned. Before the kept sales and exceptions are made equal to the staged ones.
 */
export async function moveTallies(transaction: Queryable, staging: Staging): Promise<void> {
  if (!staging.isScoped) {
    await transaction.query('delete from reconciliation_tally');
    await transaction.query(`
      insert into reconciliation_tally (subject, key, count)
      ${saleTalliesSql('staged_told')} union all ${exceptionTalliesSql('staged_exception')}
    `);
    return;
  }
  const keptSales = `(select k.* from reconciliation_sale k ${withinScope(staging, 'k.order_id')})`;
  const keptExceptions = `(select * from reconciliation_exception where ${EXCEPTIONS_IN_SCOPE})`;
  await transaction.query(`
    insert into reconciliation_tally (subject, key, count)
    select subject, key, sum(count * sign)::bigint
      from (
        select subject, key, count, 1 as sign
          from (${saleTalliesSql('staged_told')} union all ${exceptionTalliesSql('staged_exception')}) wanted
        union all
        select subject, key, count, -1
          from (${saleTalliesSql(keptSales)} union all ${exceptionTalliesSql(keptExceptions)}) kept
      ) both_sides
     group by subject, key
    having sum(count * sign) <> 0
        on conflict (subject, key) do update set count = reconciliation_tally.count + excluded.count
  `);
  await transaction.query(`
    create temp table staged_pair on commit drop as
    select partner_id, customer_id from staged_told where customer_id is not null
    union
    select partner_id, customer_id from ${keptSales} k where customer_id is not null
  `);
}

/** Kept exceptions that the staged ones stand for. Those about a customer's part of a partner's orders are written anew each time. */
export const EXCEPTIONS_IN_SCOPE = `
  kind <> 'customer_concentrated'
  and (order_id in (select order_id from staged_order)
       or (order_id is null and customer_id in (select customer_id from staged_customer)))
`;

/** Customers with many orders of a partner, of the pairs that the staged sales touch; after the sales were kept. */
export async function keepCustomers(transaction: Queryable, { isScoped, policy }: Staging): Promise<void> {
  if (isScoped) {
    await transaction.query(`
      delete from reconciliation_customer c
       using staged_pair p where p.partner_id = c.partner_id and p.customer_id = c.customer_id
    `);
    const ofPairs = `(
      select distinct s.*
        from staged_pair p
        join order_line l on l.customer_id = p.customer_id
        join reconciliation_sale s on s.order_id = l.order_id and s.partner_id = p.partner_id and s.customer_id = p.customer_id
    )`;
    await transaction.query(`insert into reconciliation_customer ${repeatedCustomersSql(ofPairs)}`, [
      policy.saleCustomerOrdersMin,
    ]);
  } else {
    await transaction.query('delete from reconciliation_customer');
    await transaction.query(`insert into reconciliation_customer ${repeatedCustomersSql('staged_told')}`, [
      policy.saleCustomerOrdersMin,
    ]);
  }
  await putConcentrated(transaction, policy.saleCustomerShareBps);
}

/** Few rows, whatever the size of the programme: each names a customer with several orders of one partner. */
async function putConcentrated(transaction: Queryable, shareBps: number): Promise<void> {
  await transaction.query(`delete from reconciliation_exception where kind = 'customer_concentrated'`);
  await transaction.query(
    `insert into reconciliation_exception (kind, partner_id, customer_id, detail) ${CONCENTRATED_SQL}`,
    [shareBps],
  );
  await transaction.query(`
    insert into reconciliation_tally (subject, key, count)
    select 'exception', 'customer_concentrated', count(*) from reconciliation_exception where kind = 'customer_concentrated'
        on conflict (subject, key) do update set count = excluded.count
  `);
}

/** For a look: the staged sales and exceptions, with their counts, in the place of the kept ones. Everything has to be staged. */
export async function showTallies(
  transaction: Queryable,
  { policy }: Pick<Staging, 'policy'>,
): Promise<void> {
  await transaction.query('alter table staged_told rename to reconciliation_sale');
  await transaction.query('alter table staged_exception rename to reconciliation_exception');
  await transaction.query(
    'create temp table reconciliation_tally (subject text, key text, count bigint, primary key (subject, key)) on commit drop',
  );
  await transaction.query(`
    insert into reconciliation_tally (subject, key, count)
    ${saleTalliesSql('reconciliation_sale')} union all ${exceptionTalliesSql('reconciliation_exception')}
  `);
  await transaction.query(
    'create temp table reconciliation_customer (partner_id text, customer_id text, orders bigint) on commit drop',
  );
  await transaction.query(
    `insert into reconciliation_customer ${repeatedCustomersSql('reconciliation_sale')}`,
    [policy.saleCustomerOrdersMin],
  );
  await putConcentrated(transaction, policy.saleCustomerShareBps);
}
