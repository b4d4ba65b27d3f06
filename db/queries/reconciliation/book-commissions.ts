import type { Queryable } from '../../client.ts';
import { STANDING_SQL } from './positions-sql.ts';

/**
 * Books all staged commissions where none is kept yet: one transaction a conversion, as `bookDifferences` would, without
 * asking what differs. An order has one commission, so that a line finds its transaction by the order.
 */
export async function bookCommissions(transaction: Queryable, pass: bigint): Promise<void> {
  await transaction.query(
    'create temp table staged_booking (order_id text, transaction_id bigint) on commit drop',
  );
  await transaction.query(
    `
    with promised as materialized (
      select nextval(pg_get_serial_sequence('ledger_transaction', 'transaction_id')) as transaction_id, each.*
        from (
          select order_id, network, conversion_id, min(ordered_at) as ordered_at
            from staged_line
           where earned_micros <> 0
           group by order_id, network, conversion_id
           order by order_id
        ) each
    ),
    numbered as (
      insert into staged_booking select order_id, transaction_id from promised
    )
    insert into ledger_transaction (transaction_id, kind, source_key, occurred_at)
    overriding system value
    select transaction_id, 'commission', json_build_array('commission', network, conversion_id, $1::bigint)::text, ordered_at
      from promised
    `,
    [pass.toString()],
  );
  await transaction.query('analyze staged_booking');
  // Numbers of entries have to differ within a transaction, no more: counting through spares a sort of millions.
  await transaction.query(`
    insert into ledger_entry
      (transaction_id, entry_no, partner_id, account, amount_micros, currency, network, conversion_id, order_id, line_id)
    select b.transaction_id, row_number() over (), p.partner_id, e.account, e.amount, p.currency, p.network, p.conversion_id,
           p.order_id, p.line_id
      from staged_line p
      join staged_booking b using (order_id)
      cross join lateral ${STANDING_SQL} as e(account, amount)
     where e.amount <> 0
  `);
}
